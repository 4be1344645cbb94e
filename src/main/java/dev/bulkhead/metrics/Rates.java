package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one instance used between two readings: of a counter the growth a second, else the later amount. Shared and never changed; what is
 * unknown is NaN within and null outside.
 */
final class Rates {

    private static final Meter[] METERS = Meter.values();
    private static final double NANOS = 1e9;

    private final float[] values;

    private Rates(float[] values) {
        this.values = values;
    }

    /**
     * @param before null when there is none
     * @param passed between the two by a clock that nobody sets: where the samples' own times say something else, the machine's clock
     *     was stepped, and there are no rates
     * @return a counter that went back began anew: it has no rate this time, so a restart is a gap and never a spike
     */
    static Rates between(@Nullable Sample before, Sample now, Duration passed) {
        float[] values = new float[METERS.length];
        Arrays.fill(values, Float.NaN);
        long elapsed =
                before == null ? 0 : Duration.between(before.at(), now.at()).toNanos();
        boolean steady = elapsed > passed.toNanos() / 2 && elapsed < passed.toNanos() * 2;
        for (Meter meter : METERS) {
            Long value = now.get(meter);
            if (value != null && !meter.isCounter()) {
                values[meter.ordinal()] = value;
            } else if (value != null && before != null && steady) {
                Long earlier = before.get(meter);
                if (earlier != null && earlier <= value) {
                    values[meter.ordinal()] = (float) ((value - earlier) * NANOS / elapsed);
                }
            }
        }
        return new Rates(values);
    }

    @Nullable
    Double get(Meter meter) {
        float value = values[meter.ordinal()];
        return Float.isNaN(value) ? null : (double) value;
    }

    /** NaN when unknown. */
    float raw(Meter meter) {
        return values[meter.ordinal()];
    }
}
