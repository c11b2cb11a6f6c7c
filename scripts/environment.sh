# Sourced by every script here: sets `root` (the clone), `target` (Cargo's target directory) and `cache`
# (files that outlive the clone), enters `root`, and defines the functions that the scripts share.
# shellcheck shell=bash disable=SC2034

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

target=${CARGO_TARGET_DIR:-$root/target}
[[ $target == /* ]] || target=$root/$target
cache=${XDG_CACHE_HOME:-$HOME/.cache}/treffpunkt

say() { printf '» %s\n' "$*" >&2; }

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif has sudo && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# install_packages PACKAGE…: installs Debian or Ubuntu packages and asks no question.
install_packages() {
  has apt-get || fail "needs $* (install it with your system's package manager)"
  say "installing $*"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@")
  local log
  log=$(mktemp)
  # The second attempt refreshes the package lists: they can be missing or old.
  if as_root "${install[@]}" >"$log" 2>&1 ||
    { as_root apt-get update -qq >>"$log" 2>&1 && as_root "${install[@]}" >>"$log" 2>&1; }; then
    rm -f "$log"
  else
    tail -n 3 "$log" >&2
    rm -f "$log"
    fail "needs the packages $* and could not install them: sudo apt-get install $*"
  fi
}

# need_rust, need_c, need_node: fail with one line where the tools are missing that the scripts cannot install.
need_rust() {
  has cargo || [[ ! -x $HOME/.cargo/bin/cargo ]] || PATH=$HOME/.cargo/bin:$PATH
  has cargo || fail "needs Rust: https://rustup.rs"
  need_c
}

need_c() { has cc || install_packages gcc libc6-dev; }

need_node() {
  { has node && has npm; } || fail "needs Node 20 or newer with npm: https://nodejs.org"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || fail "needs Node 20 or newer, found $(node --version)"
}

# install_node_modules FOLDER: installs exactly what the folder's lock file names; does nothing until that file changes.
install_node_modules() {
  need_node
  local folder=$1 stamp=$1/node_modules/.installed
  cmp -s "$folder/package-lock.json" "$stamp" && return
  say "installing the Node packages of ${folder#"$root"/}"
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error >&2) || fail "npm ci failed in ${folder#"$root"/}"
  cp "$folder/package-lock.json" "$stamp"
}
