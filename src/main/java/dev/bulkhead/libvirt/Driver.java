package dev.bulkhead.libvirt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Libvirt's drivers, as far as they differ to us. */
enum Driver {
    QEMU("QEMU", true, false, true),
    TEST("libvirt test driver", true, false, false),
    LXC("libvirt LXC", false, true, false),
    XEN("Xen", false, false, false),
    OTHER("libvirt", false, false, false);

    private final String product;
    private final boolean resets;
    private final boolean containers;
    private final boolean asksGuests;

    Driver(String product, boolean resets, boolean containers, boolean asksGuests) {
        this.product = product;
        this.resets = resets;
        this.containers = containers;
        this.asksGuests = asksGuests;
    }

    /** The driver of a name by virConnectGetType. */
    static Driver of(@Nullable String type) {
        // Libvirt's documentation, code and answers differ in the case of these.
        return switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
            case "QEMU" -> QEMU;
            case "TEST" -> TEST;
            case "LXC" -> LXC;
            case "XEN", "XENLIGHT" -> XEN;
            default -> OTHER;
        };
    }

    String product() {
        return product;
    }

    /** Whether it has a reset button. */
    boolean resets() {
        return resets;
    }

    /** Whether some of its figures come from the guests' own processes; see {@link Figures}. */
    boolean asksGuests() {
        return asksGuests;
    }

    /** Whether its domains are system containers. */
    boolean containers() {
        return containers;
    }
}
