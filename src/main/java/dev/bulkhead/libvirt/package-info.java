/**
 * The adapter to libvirt: QEMU/KVM and libvirt's other drivers. Owns the native connection, its event loop and everything that is said
 * in libvirt's words; nothing of the library leaves it. Imports {@code engine} and {@code common} only.
 */
@NullMarked
package dev.bulkhead.libvirt;

import org.jspecify.annotations.NullMarked;
