package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import org.jspecify.annotations.Nullable;

/** What one part of an instance uses now: its latest reading, with rates from the one before. */
public final class PartUsage {

    private final Part part;
    private final Rates rates;

    PartUsage(Part part, Rates rates) {
        this.part = part;
        this.rates = rates;
    }

    public Part.Kind kind() {
        return part.kind();
    }

    public String name() {
        return part.name();
    }

    /** A counter's growth a second, or an amount, in the unit of the meter; null when unknown. */
    public @Nullable Double get(Meter meter) {
        return rates.get(meter);
    }
}
