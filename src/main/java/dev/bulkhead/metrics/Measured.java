package dev.bulkhead.metrics;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one instance, machine or place of storage uses now: its latest reading, with rates from the one before. */
public abstract sealed class Measured permits Usage, MachineUsage, PlaceUsage {

    private static final double NANOS = 1e9;

    private final Instant at;
    private final Rates rates;

    Measured(Instant at, Rates rates) {
        this.at = at;
        this.rates = rates;
    }

    /** The tick at which the later of the two readings was taken. */
    public Instant at() {
        return at;
    }

    /** A counter's growth a second, or an amount, in the unit of the meter; null when unknown. */
    public @Nullable Double get(Meter meter) {
        return rates.get(meter);
    }

    /** How many CPUs' worth of time it used between the two readings; null when unknown. */
    public @Nullable Double cpus() {
        Double nanos = rates.get(Meter.CPU_TIME);
        return nanos == null ? null : nanos / NANOS;
    }

    /** Null when unknown. */
    public @Nullable ByteSize memory() {
        Double bytes = rates.get(Meter.MEMORY_USED);
        return bytes == null ? null : new ByteSize(bytes.longValue());
    }

    /** What it uses of a resource, in the resource's unit, as far as its meters are known; null when none is. */
    public @Nullable Double of(Resource resource) {
        Double sum = null;
        for (Meter meter : resource.meters()) {
            Double part = rates.get(meter);
            if (part != null) {
                sum = (sum == null ? 0 : sum) + part * resource.scale();
            }
        }
        return sum;
    }

    Rates rates() {
        return rates;
    }

    /** What the history knows it by. An instance's has a dot in it, a place's a slash, and a machine's neither. */
    abstract String subject();
}
