package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.util.List;

/** What instances compete for; each is the sum of its meters. */
public enum Resource {
    /** CPUs busy. */
    CPU(1e-9, Meter.CPU_TIME),
    /** Bytes. */
    MEMORY(1, Meter.MEMORY_USED),
    /** Bytes a second, read and written. */
    DISK(1, Meter.DISK_READ_BYTES, Meter.DISK_WRITTEN_BYTES),
    /** Bytes a second, in and out. */
    NETWORK(1, Meter.NETWORK_IN_BYTES, Meter.NETWORK_OUT_BYTES);

    private final double scale;
    private final List<Meter> meters;

    Resource(double scale, Meter... meters) {
        this.scale = scale;
        this.meters = List.of(meters);
    }

    public List<Meter> meters() {
        return meters;
    }

    /** From the meters' unit to this one's. */
    public double scale() {
        return scale;
    }
}
