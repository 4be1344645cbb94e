package dev.bulkhead.capacity;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.host.HostCapacity;
import org.jspecify.annotations.Nullable;

/** What there are trends of. What is promised is full when nothing more fits by the rules, what is used when there is no more. */
public enum Trended {
    CPU_PROMISED(Meter.CPU_PROMISED),
    MEMORY_USED(Meter.MEMORY_USED),
    MEMORY_PROMISED(Meter.MEMORY_PROMISED),
    STORAGE_USED(Meter.STORAGE_USED),
    STORAGE_PROMISED(Meter.STORAGE_PROMISED);

    private static final double THOUSANDTHS = 1000;

    private final Meter meter;

    Trended(Meter meter) {
        this.meter = meter;
    }

    Meter meter() {
        return meter;
    }

    /** In CPUs or bytes. @param measured in the unit of the meter */
    double value(double measured) {
        return this == CPU_PROMISED ? measured / THOUSANDTHS : measured;
    }

    /** Null where the machine does not tell. */
    @Nullable
    Double limit(HostCapacity capacity, FitRules rules) {
        return switch (this) {
            case CPU_PROMISED -> scaled(capacity.cpu().total(), rules.cpuOverCommit());
            case MEMORY_USED -> capacity.memory().total();
            case MEMORY_PROMISED -> scaled(capacity.memory().total(), 1 - rules.memoryReserve());
            case STORAGE_USED, STORAGE_PROMISED -> capacity.storage().total();
        };
    }

    private static @Nullable Double scaled(@Nullable Double total, double factor) {
        return total == null ? null : Double.valueOf(total * factor);
    }
}
