# For scripts that install what is missing, which source this: each says what it does before it does it,
# and what failed and what can be done instead where it cannot; then it ends with 69.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# refuse WHAT WAY-OUT
refuse() {
  say "$1"
  say "  = $2"
  exit 69
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# apt_install PACKAGE…
apt_install() {
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    refuse "These packages are missing, and installing them takes root or sudo: $*" \
      "as root, run: apt-get update && apt-get install $*"
  fi
  say "Installing with apt: $*"
  # Where the lists cannot be renewed, those that are there may do.
  as_root apt-get update -qq || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || refuse "apt could not install $*; it says why above." \
      "look whether the network and its proxy work, or install these packages by other means; then run this again"
}

# brew_install [--cask] PACKAGE…
brew_install() {
  say "Installing with Homebrew: ${*#--cask}"
  brew install --quiet "$@" \
    || refuse "Homebrew could not install ${*#--cask}; it says why above." \
      "look whether the network works, or install these packages by other means; then run this again"
}

# make_venv FOLDER PACKAGE…: a Python environment with these packages, whole or not at all. What was in
# the folder before is there again where that fails.
make_venv() {
  venv=$1
  shift
  if [ -e "$venv" ] && [ ! -e "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
    refuse "$venv is there already, and is no Python environment." "name another folder, or move it away"
  fi
  mkdir -p "$(dirname "$venv")" || refuse "$(dirname "$venv") cannot be made." "name another folder"
  rm -rf "$venv.before"
  if [ -e "$venv" ]; then mv "$venv" "$venv.before"; fi
  # The names of environments stand in their programs, so they cannot be made elsewhere and moved.
  trap restore_venv EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  python3 -m venv "$venv" \
    || refuse "Python could not make the environment $venv; it says why above." \
      "look whether python3 has its module venv (Debian: python3-venv) and there is room on the disk"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 2 "$@" \
    || refuse "pip could not install $* from PyPI; it says why above." \
      "look whether the network works; HTTPS_PROXY names a proxy, PIP_INDEX_URL another index. Nothing is left behind"
}

# keep_venv: it is as it should be.
keep_venv() {
  rm -rf "$venv.before"
  trap - EXIT INT TERM HUP
}

restore_venv() {
  rm -rf "$venv"
  if [ -e "$venv.before" ]; then mv "$venv.before" "$venv"; fi
}
