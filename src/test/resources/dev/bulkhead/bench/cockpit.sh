#!/usr/bin/env bash
# Runs cockpit-machines on a private libvirtd, with a system bus of its own: cockpit.sh SOCKETS PORT
# Inside mount and process namespaces of its own, since libvirt-dbus knows libvirt's usual socket only.
set -eu
sockets=$1 port=$2

mount -t tmpfs tmpfs /run
mkdir -p /run/dbus /run/libvirt /run/cockpit /run/user/0
mount --bind "$sockets" /run/libvirt

cat >/run/bus.conf <<'TEXT'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_type="method_call"/>
    <allow send_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/>
    <allow send_requested_reply="true" send_type="error"/>
    <allow receive_type="method_call"/>
    <allow receive_type="method_return"/>
    <allow receive_type="error"/>
    <allow receive_type="signal"/>
  </policy>
</busconfig>
TEXT
dbus-daemon --config-file=/run/bus.conf --nofork --nopidfile &
until [ -S /run/dbus/system_bus_socket ]; do sleep 0.1; done
libvirt-dbus --system &
export XDG_RUNTIME_DIR=/run/user/0 LC_ALL=C.UTF-8
exec /usr/lib/cockpit/cockpit-ws --no-tls --address 127.0.0.1 --port "$port" --local-session=cockpit-bridge
