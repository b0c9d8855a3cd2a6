#!/usr/bin/env bash
# ./test.sh: installs what is missing, then builds and runs every test once under AddressSanitizer and
# UndefinedBehaviorSanitizer (g++), those of what runs threads also under ThreadSanitizer (clang++), and what is held
# against CPython or takes a certain time with the command line alone, optimised. Each file is compiled by itself.
# ./test.sh --quick: the tests alone of the build for daily work.
set -u
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
. "$root/cmake/packages.sh"
. "$root/cmake/build_tree.sh"

case "$*" in
  "") quick=no ;;
  --quick) quick=yes ;;
  *) say "usage: ./test.sh [--quick]"; exit 2 ;;
esac

# clang++, so that both compilers have seen every file, unless its sanitizer runtime is not to be had.
second_compiler() {
  local works='echo "int main() {}" | clang++ -x c++ -fsanitize=thread -o /dev/null - 2>/dev/null'
  if command -v clang++ >/dev/null && ! eval "$works"; then
    install_packages "for clang's sanitizers" "libclang-rt-$(clang++ -dumpversion | cut -d. -f1)-dev"
  fi
  if eval "$works"; then
    echo clang++
  else
    say "clang++ has no ThreadSanitizer here; g++ takes its place."
    echo g++
  fi
}

# Up to the types, which takes two thirds of building the same: the builds that are tested compile files together.
compile_each_file_alone() {
  configure alone "$@" && cmake --build "$root/build/alone" --target interleave_glad >&2 || return 1
  if ! command -v python3 >/dev/null; then
    say "No python3, so it is not tested that each file can be compiled by itself."
    return 0
  fi
  say "Compiling each file by itself"
  exec nice -n 19 python3 -B "$root/tests/architecture/alone/compile_alone.py" "$root/build/alone"
}

# The sanitizers of g++ 12 and clang 14 do not know memory as scattered as newer kernels make it.
if [ "$(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 28)" -gt 28 ] && [ -z "${INTERLEAVE_FIXED_LAYOUT-}" ] &&
  setarch --addr-no-randomize true 2>/dev/null; then
  INTERLEAVE_FIXED_LAYOUT=1 exec setarch --addr-no-randomize "$root/test.sh" "$@"
fi

lock tests "A test run"
lock build "A build"
install_packages "to build the engine and the command line" $packages_engine
install_packages "to build the window" $packages_window
install_packages "to build and run the tests" $packages_tests

jobs=$(nproc)
if [ $quick = yes ]; then
  build dev || exit 1
  unlock build
  exec ctest --test-dir "$root/build/dev" -j "$jobs" --output-on-failure --no-tests=error
fi

second="-DCMAKE_CXX_COMPILER=$(second_compiler)"
# Takes what the builds leave idle, each of which ends with one long file.
(compile_each_file_alone "$second") &
alone=$!
trap 'kill $alone 2>/dev/null' EXIT
# The first is what run.sh builds and runs, which is tested too.
build headless && build measured && build asan && build tsan "$second" && wait $alone || exit 1
trap - EXIT
unlock build

# One run of ctest over all builds, so that one summary, the last thing printed, speaks for all of them.
mkdir -p "$root/build/all"
{
  for tree in measured asan tsan; do
    printf 'subdirs("%s")\n' "$root/build/$tree"
  done
  for case in $("$root/tests/commands/run_sh_test.sh" --list); do
    printf 'add_test("commands.run.sh: %s" "%s" %s)\n' "${case//_/ }" "$root/tests/commands/run_sh_test.sh" "$case"
  done
} >"$root/build/all/CTestTestfile.cmake"
# One more than there are cores, since some mostly sleep.
exec ctest --test-dir "$root/build/all" -j $((jobs + 1)) --output-on-failure --no-tests=error
