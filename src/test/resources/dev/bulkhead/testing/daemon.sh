#!/usr/bin/env bash
# Runs one daemon on a port of loopback for as long as standard input is open, which the tests' JVM closes however it ends.
#
#   daemon.sh DIRECTORY SIGNAL COMMAND...
#
# Then the daemon gets the signal, and its directory is removed.
set -u
directory=$1 signal=$2
shift 2
"$@" >>"$directory/daemon.log" 2>&1 </dev/null &
daemon=$!
cat >/dev/null
kill "-$signal" "$daemon" 2>/dev/null
wait "$daemon"
rm -rf --one-file-system "$directory"
