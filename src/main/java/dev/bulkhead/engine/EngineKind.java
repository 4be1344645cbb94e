package dev.bulkhead.engine;

/** The families of engines that Bulkhead speaks to. */
public enum EngineKind {
    /** libvirt: QEMU/KVM and its other drivers. */
    LIBVIRT,
    /** Docker Engine, and Podman's service of the same API. */
    DOCKER,
    /** LXD and Incus: one API family. */
    LXD
}
