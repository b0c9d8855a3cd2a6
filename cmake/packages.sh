# Sourced by run.sh and test.sh: which Debian packages what is made of, and how they are installed.
# The names are those of Debian 12 and 13 and Ubuntu 24.04; third_party/README.md says why each is here.

packages_engine="g++ cmake ninja-build libfmt-dev nlohmann-json3-dev libcli11-dev libmd4c-dev"
packages_window="libimgui-dev libstb-dev libfreetype-dev libglfw3-dev python3-glad
  libfontconfig-dev libharfbuzz-dev libfribidi-dev fonts-inter fonts-jetbrains-mono fonts-dejavu-core"
packages_tests="doctest-dev librapidcheck-dev ccache clang lld clang-format-14 xvfb xauth xdotool x11-xkb-utils
  python3 python3-jsonschema fonts-wqy-microhei fonts-lohit-deva fonts-symbola"

say() { printf '%s\n' "$*" >&2; }

# Those of the given packages that are not installed.
missing_packages() {
  local installed package
  installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p' | tr '\n' ' ')"
  for package in "$@"; do
    case "$installed" in *" $package "*) ;; *) printf '%s ' "$package" ;; esac
  done
}

# Runs apt-get as root: directly, or by sudo, which asks for the password where it needs one and somebody can type it.
apt_get() {
  local options="-o DPkg::Lock::Timeout=300"
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get $options "$@" </dev/null >&2
  elif ! command -v sudo >/dev/null; then
    say "Only root can install packages, and there is no sudo here."
    return 1
  elif [ -t 0 ] || [ -t 2 ]; then
    sudo DEBIAN_FRONTEND=noninteractive apt-get $options "$@" >&2
  else
    sudo -n DEBIAN_FRONTEND=noninteractive apt-get $options "$@" </dev/null >&2
  fi
}

# install_packages WHY PACKAGE...: installs what is missing and says so. What cannot be installed is named and left to
# the build, which fetches or does without what it can, and says what it cannot.
install_packages() {
  local why="$1" missing package available="" unknown=""
  shift
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian or Ubuntu, so nothing is installed. Needed, by their Debian names: $*"
    return 0
  fi
  missing="$(missing_packages "$@")"
  [ -z "$missing" ] && return 0
  say "Installing, $why: $missing"
  if ! apt-get install --simulate --no-install-recommends $missing >/dev/null 2>&1; then
    apt_get -qq update || say "The package lists could not be refreshed."
  fi
  for package in $missing; do
    if apt-cache show --no-all-versions "$package" >/dev/null 2>&1; then
      available="$available $package"
    else
      unknown="$unknown $package"
    fi
  done
  [ -z "$unknown" ] || say "Not to be had here:$unknown"
  [ -n "$available" ] || return 0
  apt_get -qq install --yes --no-install-recommends $available && return 0
  # Lists older than the archive name files that are gone.
  apt_get -qq update && apt_get -qq install --yes --no-install-recommends $available && return 0
  say "That failed. Install by hand: apt-get install$available"
}
