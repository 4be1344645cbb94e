package dev.bulkhead.metrics.ui;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.metrics.Resource;
import org.jspecify.annotations.Nullable;

/** How amounts of a resource are written; what is not known is a dash. */
public final class Amounts {

    private Amounts() {}

    public static String words(Resource resource, @Nullable Double amount) {
        if (amount == null) {
            return Units.UNKNOWN;
        }
        return switch (resource) {
            case CPU -> Units.cpus(amount);
            case MEMORY -> Units.bytes(new ByteSize(Math.round(amount)));
            case DISK, NETWORK -> Units.bytes(new ByteSize(Math.round(amount))) + "/s";
        };
    }

    /** As the browser's side calls it. */
    static String unit(Resource resource) {
        return switch (resource) {
            case CPU -> "cpus";
            case MEMORY -> "bytes";
            case DISK, NETWORK -> "bytes-per-second";
        };
    }
}
