# Installs and starts the engines at their usual sockets: sourced by deploy/engines.
# shellcheck shell=bash

engine_logs=/var/log/bulkhead-engines

# Packages that provide the engines; docker and lxd only where no other edition is there.
install_engines() {
    apt_install libvirt-daemon-system libvirt-clients libvirt-daemon-driver-qemu \
        "$(qemu_package)" qemu-utils dnsmasq-base busybox-static cpio iptables iproute2
    have dockerd || apt_install docker.io
    if ! have lxd && [ -z "$(incus_daemon)" ]; then
        apt_update
        # Where Incus is packaged, the package lxd is old or only fetches a snap.
        if available incus; then apt_install incus; else apt_install lxd; fi
    fi
}

# What only the tests need.
install_test_packages() {
    apt_install podman chromium postgresql slapd
}

qemu_package() {
    case $(uname -m) in
        aarch64) echo qemu-system-arm ;;
        *) echo qemu-system-x86 ;;
    esac
}

incus_daemon() { PATH=$PATH:/usr/libexec/incus:/opt/incus/bin command -v incusd || true; }

start_engines() {
    is_root || die "needs root to start the engines   (sudo deploy/engines start)"
    mkdir -p "$engine_logs"
    start_libvirt
    start_docker
    start_lxd
}

dbus_answers() {
    timeout 10 dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetId
}
virtlogd_answers() { pidof virtlogd && [ -S /run/libvirt/virtlogd-sock ]; }
libvirtd_answers() { timeout 20 virsh -c qemu:///system version; }
dockerd_answers() { timeout 20 docker info; }
lxd_answers() { timeout 20 lxc query /1.0; }
incus_answers() { timeout 20 incus query /1.0; }

# start_daemon NAME UNIT COMMAND...: does nothing where NAME_answers already succeeds.
start_daemon() {
    local name=$1 unit=$2 probe=${1}_answers
    shift 2
    ! $probe >/dev/null 2>&1 || return 0
    say "Starting $name"
    if has_systemd; then
        systemctl start "$unit"
        await 60 "$probe" || die "$name does not answer; see journalctl -u $unit"
        return 0
    fi
    # What a killed predecessor left behind can make the first attempt end at once.
    local attempt
    for attempt in 1 2 3; do
        # In a session of its own and without our files: it outlives this command.
        setsid "$@" >>"$engine_logs/$name.log" 2>&1 </dev/null 8>&- 9>&- &
        ! await_daemon $! "$probe" || return 0
        say "$name did not start (attempt $attempt)"
    done
    die "$name does not answer; see $engine_logs/$name.log"
}

# await_daemon PID PROBE: until it answers, has ended, or a minute is over.
await_daemon() {
    local pid=$1 probe=$2 end=$((SECONDS + 60))
    until $probe >/dev/null 2>&1; do
        kill -0 "$pid" 2>/dev/null && [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.2
    done
}

# Removes the pid file of a daemon that was killed: its number may be another process by now,
# or one that is dead and not yet collected, which has a name but no program.
drop_stale_pid() {
    local file=$1 name=$2
    [ -f "$file" ] || return 0
    case $(readlink "/proc/$(cat "$file")/exe") in
        */"$name"*) ;;
        *) rm -f "$file" ;;
    esac
}

# By the socket, not by the name: another libvirt may run in namespaces of its own, as the tests' does.
listens() { ss --listening --unix --no-header src "$1" | grep -q .; }

start_libvirt() {
    have libvirtd || { say "libvirt is not installed, skipped"; return 0; }
    drop_stale_pid /run/dbus/pid dbus-daemon
    mkdir -p /run/dbus
    start_daemon dbus dbus.socket dbus-daemon --system --nofork
    has_systemd || settle_kvm_device
    drop_stale_pid /run/libvirtd.pid libvirtd
    drop_stale_pid /run/virtlogd.pid virtlogd
    start_daemon virtlogd virtlogd.socket virtlogd
    start_daemon libvirtd libvirtd libvirtd
}

# What udev does elsewhere. libvirt asks as root whether KVM works and then finds that its guests'
# user may not open the device; it asks again at every step, and one "define" takes over a minute.
settle_kvm_device() {
    [ -c /dev/kvm ] && getent group kvm >/dev/null || return 0
    chgrp kvm /dev/kvm
    chmod 660 /dev/kvm
}

start_docker() {
    have dockerd || { say "Docker is not installed, skipped"; return 0; }
    drop_stale_pid /run/docker.pid dockerd
    drop_stale_pid /run/docker/containerd/containerd.pid containerd
    # Without a service manager this is a container or a test machine, whose network is not ours to change.
    start_daemon dockerd docker dockerd --bridge=none --iptables=false --ip6tables=false
}

start_lxd() {
    local client=lxc
    if have lxd; then
        start_daemon lxd lxd lxd --group "$(first_group lxd root)"
    elif [ -n "$(incus_daemon)" ]; then
        client=incus
        start_daemon incus incus "$(incus_daemon)" --group "$(first_group incus-admin root)"
    else
        say "LXD is not installed, skipped"
        return 0
    fi
    # A pool and a root disk are all that a first container needs; what exists stays as it is.
    [ -n "$($client storage list --format csv)" ] || $client storage create default dir >/dev/null
    $client profile device list default | grep -qx root || $client profile device add default root disk \
        path=/ "pool=$($client storage list --format csv | head -n 1 | cut -d, -f1)" >/dev/null
}

first_group() {
    local group
    for group in "$@"; do ! getent group "$group" >/dev/null || { echo "$group"; return; }; done
}
