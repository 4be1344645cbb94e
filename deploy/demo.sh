# One running guest of each kind: sourced by deploy/engines.
# shellcheck shell=bash

demo_files=/var/lib/bulkhead-demo

demo() {
    is_root || die "needs root to make the demo's guests   (sudo deploy/engines demo)"
    fixtures "$(cache_dir)/fixtures"
    # The guests' processes run as other users, which cannot look into root's cache.
    mkdir -p "$demo_files"
    cp -u "$(cache_dir)"/fixtures/{vmlinuz,initramfs.cpio.gz} "$demo_files/"
    chmod -R a+rX "$demo_files"
    demo_vm
    demo_app
    demo_box
}

demo_vm() {
    have virsh || return 0
    [ "$(uname -m)" = x86_64 ] || { say "demo-vm exists for x86_64 only, skipped"; return 0; }
    local virsh='virsh --quiet --connect qemu:///system'
    if ! $virsh domstate demo-vm >/dev/null 2>&1; then
        demo_network
        demo_vm_xml "$(demo_vm_type)" | $virsh define /dev/stdin
    fi
    $virsh domstate demo-vm | grep -q running || $virsh start demo-vm 2>/dev/null || start_emulated
    say "demo-vm: a virtual machine with a screen and a shell on the serial line"
}

# libvirt offers kvm where /dev/kvm exists, even if the processor has nothing to back it.
demo_vm_type() {
    if grep -Eqw 'vmx|svm' /proc/cpuinfo && $virsh capabilities | grep -q "domain type='kvm'"; then
        echo kvm
    else
        echo qemu
    fi
}

start_emulated() {
    $virsh undefine demo-vm
    demo_vm_xml qemu | $virsh define /dev/stdin
    $virsh start demo-vm
}

# Isolated: it gives the guest an address and changes nothing of the machine's own network.
demo_network() {
    $virsh net-info bulkhead-demo >/dev/null 2>&1 || $virsh net-define /dev/stdin <<'XML'
<network>
  <name>bulkhead-demo</name>
  <bridge name="bhdemo0"/>
  <ip address="192.168.231.1" netmask="255.255.255.0">
    <dhcp><range start="192.168.231.10" end="192.168.231.250"/></dhcp>
  </ip>
</network>
XML
    $virsh net-list --name | grep -qx bulkhead-demo || $virsh net-start bulkhead-demo ||
        say "network bulkhead-demo does not start; demo-vm goes without"
}

demo_vm_xml() {
    local type=$1 network=
    ! $virsh net-list --name | grep -qx bulkhead-demo ||
        network="<interface type='network'><source network='bulkhead-demo'/><model type='virtio'/></interface>"
    cat <<XML
<domain type="$type">
  <name>demo-vm</name>
  <title>Demonstration</title>
  <description>A small Linux with a shell on its screen and on its serial line</description>
  <memory unit="MiB">192</memory>
  <vcpu>1</vcpu>
  <os>
    <type arch="x86_64" machine="q35">hvm</type>
    <kernel>$demo_files/vmlinuz</kernel>
    <initrd>$demo_files/initramfs.cpio.gz</initrd>
    <cmdline>console=tty0 console=ttyS0 quiet guest.name=demo-vm</cmdline>
  </os>
  <features><acpi/></features>
  <devices>
    $network
    <graphics type="vnc" listen="127.0.0.1" autoport="yes"/>
    <video><model type="vga"/></video>
    <serial type="pty"/>
    <console type="pty"/>
  </devices>
</domain>
XML
}

demo_app() {
    have docker || return 0
    docker image inspect bulkhead-demo >/dev/null 2>&1 ||
        docker import --change 'CMD ["sh"]' "$(cache_dir)/fixtures/busybox-rootfs.tar" bulkhead-demo >/dev/null
    if docker container inspect demo-app >/dev/null 2>&1; then
        docker start demo-app >/dev/null
    else
        docker run --detach --tty --interactive --stop-timeout 2 --network none --hostname demo-app \
            --name demo-app bulkhead-demo >/dev/null
    fi
    say "demo-app: an application container with a shell"
}

demo_box() {
    local client=lxc
    have lxc || client=incus
    have "$client" || return 0
    $client image info bulkhead-demo >/dev/null 2>&1 ||
        $client image import "$(cache_dir)/fixtures/busybox-lxd.tar.gz" --alias bulkhead-demo >/dev/null
    $client info demo-box >/dev/null 2>&1 || $client init --quiet bulkhead-demo demo-box 2>/dev/null
    $client list --format csv --columns ns '^demo-box$' | grep -q RUNNING || start_box
    say "demo-box: a system container with a shell"
}

start_box() {
    $client start demo-box 2>/dev/null && return 0
    # Some kernels and file systems cannot shift a container's users. The failed start is still clearing up.
    await 20 $client config set demo-box security.privileged=true || die "demo-box does not start"
    $client start demo-box
}

remove_demo() {
    local client=lxc
    have lxc || client=incus
    if have virsh; then
        virsh -q -c qemu:///system destroy demo-vm || true
        virsh -q -c qemu:///system undefine demo-vm || true
        virsh -q -c qemu:///system net-destroy bulkhead-demo || true
        virsh -q -c qemu:///system net-undefine bulkhead-demo || true
    fi
    ! have docker || docker rm --force demo-app || true
    ! have docker || docker rmi bulkhead-demo || true
    ! have "$client" || $client delete --force demo-box || true
    ! have "$client" || $client image delete bulkhead-demo || true
    rm -rf "$demo_files"
}
