#!/usr/bin/env bash
# run_sh_test.sh CASE: one thing that run.sh promises, tried on the script itself without a display.
# `run_sh_test.sh --list` prints the cases, which test.sh hands to ctest.
set -u
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY

fail() {
  printf '%s\n' "$*"
  printf -- '--- output\n'; cat "$folder/out"
  printf -- '--- errors\n'; cat "$folder/err"
  exit 1
}

run() { "$root/run.sh" "$@" >"$folder/out" 2>"$folder/err"; }

# Four modes compared, then a chart of each.
expect_all_modes() {
  for mode in sequential coroutine threads pool; do
    [ "$(grep -ci "$mode" "$folder/out")" -ge 2 ] || fail "$mode is not both compared and drawn"
  done
}

case_without_a_display_the_coffee_shop_is_shown_in_the_terminal() {
  run || fail "exit code $?"
  grep -qi 'no display' "$folder/err" || fail "does not say why there is no window"
  grep -q 'coffee' "$folder/out" || fail "no coffee"
  expect_all_modes
}

case_a_scenario_is_found_from_the_callers_folder_with_spaces_in_its_path() {
  mkdir "$folder/my lessons"
  cat >"$folder/my lessons/two naps.json" <<'JSON'
{"interleave": 1, "title": "Two naps", "tasks": [
  {"name": "early", "steps": [{"sleep": 1}]}, {"name": "late", "steps": [{"sleep": 2}]}]}
JSON
  cd "$folder/my lessons" || exit 1
  run "two naps.json" || fail "exit code $?"
  grep -q 'early' "$folder/out" || fail "the scenario's task is not shown"
  expect_all_modes
}

case_a_bad_scenario_gives_its_error_and_exit_code_2() {
  printf '{"interleave": 1, "titel": "x"}' >"$folder/bad.json"
  run "$folder/bad.json"
  [ $? = 2 ] || fail "another exit code than 2"
  grep -q 'bad\.json:1:' "$folder/err" || fail "the error does not name file and line"
  [ ! -s "$folder/out" ] || fail "something on standard output"
}

case_a_second_start_waits_for_the_build_and_says_so() {
  mkfifo "$folder/said"
  exec 5>"$root/build/.build.lock"
  flock 5
  "$root/run.sh" >"$folder/out" 2>"$folder/said" 5>&- &
  local started=$! line waited=no
  : >"$folder/err"
  while read -r line; do
    printf '%s\n' "$line" >>"$folder/err"
    case "$line" in *"already under way"*) waited=yes; exec 5>&- ;; esac
  done <"$folder/said"
  wait $started || fail "exit code $?"
  [ $waited = yes ] || fail "did not say that it waits"
}

# A tree with run.sh and programs that only tell of themselves: the window ends with the first of the given codes, and
# where it is to be drawn by the processor with the second.
make_tree() {
  tree="$folder/tree"
  mkdir -p "$tree/cmake" "$tree/build/release/app/gui" "$tree/build/release/app/cli"
  cp "$root/run.sh" "$tree/"
  printf 'packages_engine= packages_window=\ninstall_packages() { :; }\n' >"$tree/cmake/packages.sh"
  printf 'say() { printf "%%s\\n" "$*" >&2; }\nlock() { :; }\nunlock() { :; }\nbuild() { :; }\n' \
    >"$tree/cmake/build_tree.sh"
  printf '#!/bin/sh\necho "window ${LIBGL_ALWAYS_SOFTWARE-in hardware}"\n[ -z "${LIBGL_ALWAYS_SOFTWARE-}" ] && exit %s\nexit %s\n' \
    "$1" "$2" >"$tree/build/release/app/gui/interleave"
  printf '#!/bin/sh\necho "cli $*"\n[ "$1" = compare ] && echo "{\\"mode\\": \\"coroutine\\"}"\nexit 0\n' \
    >"$tree/build/release/app/cli/interleave-cli"
  chmod +x "$tree/build/release/app/gui/interleave" "$tree/build/release/app/cli/interleave-cli"
}

run_tree() { env -u LIBGL_ALWAYS_SOFTWARE DISPLAY=:7 "$tree/run.sh" >"$folder/out" 2>"$folder/err"; }

case_without_OpenGL_the_window_is_tried_once_more_drawn_by_the_processor() {
  make_tree 4 0
  run_tree || fail "exit code $?"
  grep -q 'window in hardware' "$folder/out" || fail "the window was not opened as it is"
  grep -q 'window 1' "$folder/out" || fail "the window was not tried again"
  grep -q 'cli run' "$folder/out" && fail "the terminal shows it too"
  return 0
}

case_without_any_OpenGL_the_terminal_shows_it_and_nobody_speaks_of_a_display() {
  make_tree 4 4
  run_tree || fail "exit code $?"
  grep -q 'no OpenGL 3.3' "$folder/err" || fail "does not say why there is no window"
  grep -qi 'no display' "$folder/err" && fail "speaks of a display"
  grep -q 'cli run coffee-shop --mode coroutine --format chart' "$folder/out" || fail "no chart"
}

case_without_a_display_that_was_promised_the_terminal_shows_it() {
  make_tree 3 3
  run_tree || fail "exit code $?"
  grep -q 'no display' "$folder/err" || fail "does not say why there is no window"
  [ "$(grep -c '^window' "$folder/out")" = 1 ] || fail "the window was tried twice"
  grep -q 'cli run' "$folder/out" || fail "no chart"
}

case_the_windows_own_exit_code_is_that_of_run_sh() {
  make_tree 1 1
  run_tree
  [ $? = 1 ] || fail "another exit code than 1"
}

if [ "${1-}" = --list ]; then
  declare -F | sed -n 's/^declare -f case_//p'
else
  "case_$1"
fi
