/** Tests of the libvirt adapter: units on documents and states, and the contract kit on QEMU and on libvirt's test driver. */
@NullMarked
package dev.bulkhead.libvirt;

import org.jspecify.annotations.NullMarked;
