package dev.bulkhead.libvirt;

import org.jspecify.annotations.Nullable;

/** Libvirt's drivers, as far as they differ to us. */
enum Driver {
    QEMU("QEMU", true, false),
    TEST("libvirt test driver", true, false),
    LXC("libvirt LXC", false, true),
    XEN("Xen", false, false),
    OTHER("libvirt", false, false);

    private final String product;
    private final boolean resets;
    private final boolean containers;

    Driver(String product, boolean resets, boolean containers) {
        this.product = product;
        this.resets = resets;
        this.containers = containers;
    }

    /** The driver of a name by virConnectGetType. */
    static Driver of(@Nullable String type) {
        return switch (type) {
            case "QEMU" -> QEMU;
            case "Test" -> TEST;
            case "LXC" -> LXC;
            case "Xen", "xenlight" -> XEN;
            case null, default -> OTHER;
        };
    }

    String product() {
        return product;
    }

    /** Whether it has a reset button. */
    boolean resets() {
        return resets;
    }

    /** Whether its domains are system containers. */
    boolean containers() {
        return containers;
    }
}
