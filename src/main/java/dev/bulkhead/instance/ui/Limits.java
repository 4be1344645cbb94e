package dev.bulkhead.instance.ui;

import dev.bulkhead.engine.Instance;
import dev.bulkhead.metrics.Resource;
import org.jspecify.annotations.Nullable;

/** How much of a resource an instance may use. */
final class Limits {

    private Limits() {}

    /** In the resource's unit, above 0; null where nothing limits it. */
    static @Nullable Double of(Instance instance, Resource resource) {
        Double limit = switch (resource) {
            case CPU -> instance.cpus();
            case MEMORY ->
                instance.memory() == null ? null : (double) instance.memory().bytes();
            case DISK, NETWORK -> null;
        };
        return limit == null || limit <= 0 ? null : limit;
    }
}
