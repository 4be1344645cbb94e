# Builds the guests that the demo and the tests run: sourced by deploy/engines.
# shellcheck shell=bash
#
#   vmlinuz                   the distribution's kernel for virtual machines
#   initramfs.cpio.gz         busybox with a shell on the screen and on the serial line
#   busybox-rootfs.tar        root of an application container (docker import)
#   busybox-lxd.tar.gz        image of a system container (lxc image import)
#
# No image registry is needed, everything comes from the distribution's packages,
# and the same packages give the same bytes.

fixtures_here=$(dirname "${BASH_SOURCE[0]}")
guest_modules='virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci
    virtio_balloon virtio_blk virtio_console failover net_failover virtio_net button evdev'

fixtures() {
    local target=$1 stamp
    stamp=$(cat "$fixtures_here/fixtures.sh" "$fixtures_here"/guest/* | sha256sum | cut -d' ' -f1)
    mkdir -p "$target"
    # Two commands may ask at the same time; the second waits and finds the work done.
    exec 8>"$target/.lock"
    flock 8
    if [ "$(cat "$target/.stamp" 2>/dev/null)" != "$stamp" ]; then
        rm -f "$target/.stamp"
        (build_fixtures "$target")
        printf '%s\n' "$stamp" >"$target/.stamp"
    fi
    exec 8>&-
}

build_fixtures() {
    local target=$1
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    export LC_ALL=C SOURCE_DATE_EPOCH=1735689600
    umask 022
    apt_install busybox-static cpio
    say "Building guest fixtures in $target"
    unpack_kernel "$work/kernel"
    cp "$(find "$work/kernel/boot" -name 'vmlinuz-*')" "$target/vmlinuz"
    chmod 644 "$target/vmlinuz"
    build_initramfs "$work/kernel" "$work/initramfs" >"$target/initramfs.cpio.gz"
    busybox_root "$work/rootfs"
    reproducible_tar "$work/rootfs" . >"$target/busybox-rootfs.tar"
    build_lxd_image "$work/rootfs" "$work/lxd" >"$target/busybox-lxd.tar.gz"
}

# The kernel is unpacked, not installed: the machine's own boot loader stays as it is.
unpack_kernel() {
    local target=$1 meta image
    apt_update
    for meta in "linux-image-cloud-$(dpkg --print-architecture)" linux-image-virtual \
        "linux-image-$(dpkg --print-architecture)"; do
        ! available "$meta" || break
    done
    available "$meta" || die "the package sources offer no kernel for the test guests (looked for $meta)"
    image=$(apt-cache depends "$meta" | sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
    [ -n "$image" ] || die "cannot tell which kernel $meta stands for"
    local packages=("$image") modules=${image/linux-image-/linux-modules-}
    ! available "$modules" || packages+=("$modules")
    mkdir -p "$target/packages"
    (cd "$target/packages" && apt-get -qq -o APT::Sandbox::User=root download "${packages[@]}")
    local package
    for package in "$target"/packages/*.deb; do dpkg-deb -x "$package" "$target"; done
}

# A root with busybox under every one of its names.
busybox_root() {
    local root=$1 name
    mkdir -p "$root"/{bin,dev,etc,proc,root,run,sys,tmp,var/log,var/run}
    chmod 1777 "$root/tmp"
    cp "$(command -v busybox)" "$root/bin/busybox"
    for name in $("$root/bin/busybox" --list); do
        [ "$name" = busybox ] || ln -s busybox "$root/bin/$name"
    done
    ln -s bin "$root/sbin"
    printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' >"$root/etc/passwd"
    printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/etc/group"
}

build_initramfs() {
    local kernel=$1 root=$2 name module order=
    busybox_root "$root"
    mkdir -p "$root/lib/modules" "$root/etc/acpi/PWRF"
    for name in $guest_modules; do
        # A module that is missing is built into this distribution's kernel.
        module=$(find "$kernel/lib/modules" -name "$name.ko*" -o -name "${name//_/-}.ko*" | head -n 1)
        case $module in
            '') continue ;;
            *.zst) zstd -qdc "$module" >"$root/lib/modules/$name.ko" ;;
            *.xz) xz -dc "$module" >"$root/lib/modules/$name.ko" ;;
            *) cp "$module" "$root/lib/modules/$name.ko" ;;
        esac
        order+="$name "
    done
    printf '%s\n' "$order" >"$root/lib/modules/order"
    install -m 755 "$fixtures_here/guest/init" "$root/init"
    install -m 755 "$fixtures_here/guest/udhcpc" "$root/etc/udhcpc"
    install -m 755 "$fixtures_here/guest/power-button" "$root/etc/acpi/PWRF/00000080"
    install -m 644 "$fixtures_here/guest/inittab.vm" "$root/etc/inittab"
    settle_times "$root"
    (cd "$root" && find . -print0 | sort -z | cpio --quiet -0 -o -H newc -R 0:0 --reproducible | gzip -n9)
}

build_lxd_image() {
    local rootfs=$1 image=$2
    mkdir -p "$image"
    cp -a "$rootfs" "$image/rootfs"
    install -m 755 "$fixtures_here/guest/udhcpc" "$image/rootfs/etc/udhcpc"
    install -m 644 "$fixtures_here/guest/inittab.container" "$image/rootfs/etc/inittab"
    printf 'architecture: %s\ncreation_date: %s\nproperties:\n  os: busybox\n  description: busybox\n' \
        "$(uname -m)" "$SOURCE_DATE_EPOCH" >"$image/metadata.yaml"
    reproducible_tar "$image" metadata.yaml rootfs | gzip -n9
}

settle_times() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

reproducible_tar() {
    local root=$1
    shift
    tar -C "$root" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$@"
}
