# Shared by the commands in deploy/. Sourced, never run.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 1; }

have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" -eq 0 ]; }
has_systemd() { [ -d /run/systemd/system ]; }
has_apt() { have apt-get && have dpkg-query; }

cache_dir() { printf '%s/bulkhead\n' "${XDG_CACHE_HOME:-$HOME/.cache}"; }

# Waits until a command succeeds: await SECONDS COMMAND...
await() {
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.2
    done
}

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
available() { apt-cache policy "$1" 2>/dev/null | grep 'Candidate:' | grep -vq '(none)'; }

apt_updated=
apt_update() {
    [ -z "$apt_updated" ] || return 0
    apt-get -qq update >/dev/null || say "apt-get update failed; going on with the package lists that are there"
    apt_updated=yes
}

# Installs what is missing of the named packages, without questions and without
# letting a package start its service: the engines are started by deploy/engines.
apt_install() {
    local missing=() package
    for package in "$@"; do installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    has_apt || die "needs apt-get to install: ${missing[*]}"
    is_root || die "needs root to install: ${missing[*]}   (sudo apt-get install ${missing[*]})"
    apt_update
    say "Installing ${missing[*]}"
    local log
    log=$(mktemp)
    if ! DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confold --no-install-recommends \
        install "${missing[@]}" </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        die "apt-get could not install: ${missing[*]}"
    fi
    rm -f "$log"
}
