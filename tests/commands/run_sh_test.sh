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

if [ "${1-}" = --list ]; then
  declare -F | sed -n 's/^declare -f case_//p'
else
  "case_$1"
fi
