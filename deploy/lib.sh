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

# Installs what is missing of the named packages, without questions.
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
    # RUNLEVEL: without a service manager a package must not start its daemon its own way.
    has_systemd || export RUNLEVEL=1
    if ! DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        -o Dpkg::Options::=--force-confold --no-install-recommends \
        install "${missing[@]}" </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        die "apt-get could not install: ${missing[*]}"
    fi
    rm -f "$log"
}

# ---- JDK and Maven ----

java_major() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

is_jdk_25() {
    local major
    [ -x "$1/bin/javac" ] || return 1
    major=$(java_major "$1")
    [ "${major:-0}" -ge 25 ]
}

# Sets and exports JAVA_HOME to a JDK >= 25, or fails.
find_jdk() {
    local home on_path=
    ! have javac || on_path=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    for home in "${JAVA_HOME-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/*; do
        [ -n "$home" ] && is_jdk_25 "$home" || continue
        export JAVA_HOME=$home PATH=$home/bin:$PATH
        return 0
    done
    return 1
}

jdk_advice() {
    cat <<'TEXT'
Bulkhead needs a JDK 25 or newer; none was found (JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman).
  Debian 13, Ubuntu 24.04 and newer:   sudo apt-get install openjdk-25-jdk-headless
  elsewhere: download one from https://adoptium.net/temurin/releases/?version=25,
             unpack it, and point JAVA_HOME at it
TEXT
}

# need_jdk [install]: with "install", the distribution's package may be taken.
need_jdk() {
    find_jdk && return 0
    if [ "${1-}" = install ] && has_apt && is_root; then
        apt_update
        if available openjdk-25-jdk-headless; then
            apt_install openjdk-25-jdk-headless
            find_jdk && return 0
        fi
    fi
    jdk_advice >&2
    exit 1
}

# need_build_tools [install]: Maven, and an npm that fetches the pinned Node the build then uses.
need_build_tools() {
    local missing=()
    have mvn || missing+=(maven)
    have npm || missing+=(npm)
    [ ${#missing[@]} -gt 0 ] || return 0
    [ "${1-}" = install ] || die "building needs ${missing[*]}   (sudo apt-get install ${missing[*]})"
    apt_install "${missing[@]}"
}
