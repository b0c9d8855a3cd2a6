# Sourced by run.sh and test.sh, which set `root`: configuring and building below $root/build, one at a time.

say() { printf '%s\n' "$*" >&2; }

# lock NAME WHAT: until unlock NAME or its end, this process alone does WHAT in this folder; a second one waits, and says so.
lock() {
  local fd
  mkdir -p "$root/build" && exec {fd}>"$root/build/.$1.lock" || exit 1
  if ! flock --nonblock "$fd"; then
    say "$2 is already under way in this folder; waiting for it to end…"
    flock "$fd"
  fi
  printf -v "lock_$1" %s "$fd"
}

unlock() {
  local fd="lock_$1"
  fd="${!fd}"
  exec {fd}>&-
}

# configure PRESET [CMAKE OPTION...]: configures build/PRESET if it was not or was copied from elsewhere. All output goes
# to standard error, which leaves standard output to what was asked for.
configure() {
  local preset="$1" tree="$root/build/$1"
  shift
  for tool in cmake ninja; do
    command -v $tool >/dev/null || { say "$tool is needed to build and was not found."; return 1; }
  done
  if [ ! -e "$tree/build.ninja" ] || [ ! -e "$tree/.configured" ] ||
    [ "$root/CMakePresets.json" -nt "$tree/.configured" ] ||
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$tree/CMakeCache.txt"; then
    rm -f "$tree/.configured"
    say "Configuring build/$preset"
    (cd "$root" && cmake --fresh --preset "$preset" --log-level=WARNING "$@") >&2 || return 1
    touch "$tree/.configured"
  fi
}

# build PRESET [CMAKE OPTION...]: as configure, then builds what changed.
build() {
  configure "$@" && cmake --build "$root/build/$1" --parallel "$(nproc)" >&2
}
