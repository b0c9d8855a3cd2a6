#!/usr/bin/env bash
# ./run.sh [SCENARIO]: installs what is missing, builds a release and opens the window. With no display it shows the
# scenario in the terminal instead. SCENARIO is a file or the name of a built-in scenario.
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
  for mode in sequential coroutine threads pool; do
    printf '\n'
    "$cli" run "$scenario" --mode $mode --format chart || status=$?
    [ $status -le 1 ] || exit $status
  done
  exit 0
}

no_display="There is no display here, so the terminal shows what the window would."

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
"$root/build/release/app/gui/interleave" "$@"
status=$?
# The window's exit code for a display that cannot be opened.
if [ $status = 3 ]; then
  say "$no_display"
  show_in_terminal "$cli" "$@"
fi
exit $status
