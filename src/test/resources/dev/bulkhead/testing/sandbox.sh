#!/usr/bin/env bash
# Runs one engine daemon in namespaces of its own, for as long as standard input is open.
#
#   sandbox.sh ID DIRECTORY PREPARE COMMAND...
#
# The daemon, its guests, mounts, network and control groups belong to a process
# namespace whose first process is this script's second half. When the test's JVM ends,
# however it ends, standard input closes, that process exits, the kernel kills the rest,
# and the first half removes the directory. PREPARE is a line of shell to run before.
# On standard input: "start", "signal NAME", "pid"; each is answered by one line.
set -u

if [ "${1-}" != --inside ]; then
    id=$1 directory=$2
    groups=()
    for tree in /sys/fs/cgroup /sys/fs/cgroup/*; do
        # A version 1 tree, or the version 2 tree, not the plain directory above them.
        [ -f "$tree/cgroup.procs" ] && [ ! -L "$tree" ] || continue
        case $tree in /sys/fs/cgroup/*) [ ! -f /sys/fs/cgroup/cgroup.procs ] || continue ;; esac
        groups+=("$tree/$id")
    done
    for group in "${groups[@]}"; do
        mkdir -p "$group"
        for file in cpuset.cpus cpuset.mems; do
            [ ! -f "$group/$file" ] || cat "${group%/*}/$file" >"$group/$file" 2>/dev/null
        done
        [ ! -f "$group/cgroup.clone_children" ] || echo 1 >"$group/cgroup.clone_children"
    done
    (
        for group in "${groups[@]}"; do echo "$BASHPID" >"$group/cgroup.procs" 2>/dev/null; done
        exec unshare --mount --net --pid --ipc --uts --cgroup --fork --kill-child --mount-proc \
            bash "$0" --inside "$@"
    )
    for group in "${groups[@]}"; do
        find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null
    done
    rm -rf --one-file-system "$directory"
    exit 0
fi

shift
directory=$2 prepare=$3
shift 3
hostname bulkhead-test
ip link set lo up
# A /sys of this network, and in it the control groups as seen from this sandbox.
trees=()
for tree in /sys/fs/cgroup/*; do [ ! -f "$tree/cgroup.procs" ] || [ -L "$tree" ] || trees+=("${tree##*/}"); done
unified=$([ ! -f /sys/fs/cgroup/cgroup.procs ] || echo yes)
mount -t sysfs sysfs /sys
if [ "$unified" ]; then
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    mkdir /sys/fs/cgroup/init && echo 1 >/sys/fs/cgroup/init/cgroup.procs
    for controller in $(cat /sys/fs/cgroup/cgroup.controllers); do
        echo "+$controller" >/sys/fs/cgroup/cgroup.subtree_control 2>/dev/null
    done
else
    mount -t tmpfs -o mode=755 tmpfs /sys/fs/cgroup
    for tree in "${trees[@]}"; do
        mkdir "/sys/fs/cgroup/$tree"
        case $tree in
            unified) mount -t cgroup2 cgroup2 "/sys/fs/cgroup/$tree" ;;
            systemd) mount -t cgroup -o none,name=systemd cgroup "/sys/fs/cgroup/$tree" ;;
            *) mount -t cgroup -o "$tree" cgroup "/sys/fs/cgroup/$tree" ;;
        esac
    done
fi
eval "$prepare" || exit 1

# A stop begins when one thread of the daemon takes the signal; on a busy machine the others run on until then.
await_stopped() {
    for _ in {1..500}; do
        grep -qhE '^State:[[:space:]]+[RSDI]' "/proc/$daemon"/task/*/status 2>/dev/null || return 0
        sleep 0.01
    done
}

daemon=
while read -r command argument; do
    case $command in
        start)
            "$@" >>"$directory/daemon.log" 2>&1 </dev/null &
            daemon=$!
            echo started
            ;;
        signal)
            if kill "-$argument" "$daemon" 2>/dev/null; then
                [ "$argument" != STOP ] || await_stopped
                echo sent
            else
                echo gone
            fi
            ;;
        wait)
            wait "$daemon"
            echo "ended $?"
            ;;
    esac
done
