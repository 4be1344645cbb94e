/**
 * Owns real engines for tests: private libvirt, Docker, LXD and Podman daemons in namespaces of
 * their own, which a test may stop, kill or freeze without touching the machine's. Test sources
 * only; imports nothing of ours.
 */
@NullMarked
package dev.bulkhead.testing;

import org.jspecify.annotations.NullMarked;
