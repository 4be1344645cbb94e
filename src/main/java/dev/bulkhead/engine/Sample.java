package dev.bulkhead.engine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reading of what one instance uses. Rates of counters come from two of them.
 *
 * @param at when it was read
 * @param values in the units of {@link Meter}; one that the engine does not tell is not there
 */
public record Sample(Instant at, Map<Meter, Long> values) {

    public Sample {
        values = Map.copyOf(values);
    }

    public @Nullable Long get(Meter meter) {
        return values.get(meter);
    }

    /** Collects readings, of one thread. */
    public static final class Builder {

        private final Map<Meter, Long> values = new EnumMap<>(Meter.class);

        /** @param value null or below zero when unknown */
        public Builder put(Meter meter, @Nullable Long value) {
            if (value != null && value >= 0) {
                values.put(meter, value);
            }
            return this;
        }

        /** Adds one device's share. @param value null or below zero when unknown */
        public Builder add(Meter meter, @Nullable Long value) {
            if (value != null && value >= 0) {
                values.merge(meter, value, Long::sum);
            }
            return this;
        }

        public Sample at(Instant at) {
            return new Sample(at, values);
        }
    }
}
