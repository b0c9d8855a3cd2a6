#!/usr/bin/env bash
# ./run.sh [SCENARIO]: installs what is missing, builds a release and opens the window. Without a display, or without the
# OpenGL that the window needs, it shows the scenario in the terminal. SCENARIO is a file or the name of a built-in one.
set -u
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
. "$root/cmake/packages.sh"
. "$root/cmake/build_tree.sh"

case "${1-}" in
  -*) say "usage: ./run.sh [SCENARIO]    a file or the name of a built-in scenario"; exit 2 ;;
esac
if [ $# -gt 1 ]; then
  say "usage: ./run.sh [SCENARIO]    one scenario at a time; quote a path with spaces"
  exit 2
fi

# All modes beside each other, then each as a chart.
show_in_terminal() {
  local cli="$1" scenario="${2:-coffee-shop}" mode status=0
  "$cli" compare "$scenario" || status=$?
  [ $status -le 1 ] || exit $status
  for mode in $("$cli" compare "$scenario" --format json | grep -o '"mode": "[a-z]*"' | cut -d '"' -f 4); do
    printf '\n'
    "$cli" run "$scenario" --mode $mode --format chart || status=$?
    [ $status -le 1 ] || exit $status
  done
  exit 0
}

in_terminal="so the terminal shows what the window would."
no_display="There is no display here, $in_terminal"

if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  say "$no_display"
  lock build "A build"
  install_packages "to build the engine and the command line" $packages_engine
  build headless || exit 1
  unlock build
  show_in_terminal "$root/build/headless/app/cli/interleave-cli" "$@"
fi

lock build "A build"
install_packages "to build the engine and the command line" $packages_engine
install_packages "to build the window" $packages_window
build release || exit 1
unlock build

cli="$root/build/release/app/cli/interleave-cli"
[ $# = 0 ] || "$cli" check "$1" || exit $?
window="$root/build/release/app/gui/interleave"
"$window" "$@"
status=$?
# The window's exit codes for a display that cannot be opened, and for one without OpenGL 3.3.
if [ $status = 4 ] && [ -z "${LIBGL_ALWAYS_SOFTWARE-}" ]; then
  say "Trying again with LIBGL_ALWAYS_SOFTWARE=1."
  LIBGL_ALWAYS_SOFTWARE=1 "$window" "$@"
  status=$?
fi
case $status in
  3) say "$no_display"; show_in_terminal "$cli" "$@" ;;
  4) say "There is no OpenGL 3.3 here, $in_terminal"; show_in_terminal "$cli" "$@" ;;
esac
exit $status
