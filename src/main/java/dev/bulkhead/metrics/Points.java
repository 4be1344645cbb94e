package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.util.List;
import java.util.Map;

/**
 * A stretch of an instance's history on an even grid. Moments at which nothing was measured are not there: a step that is longer than
 * {@code step} is a gap.
 *
 * @param step seconds between two points
 * @param times seconds since 1970, rising
 * @param series for each meter asked for, as long as {@code times}
 */
public record Points(long step, long[] times, Map<Meter, Series> series) {

    /**
     * In the unit of the meter, of a counter a second; NaN where unknown.
     *
     * @param average over the step
     * @param most the highest that was measured within the step
     */
    public record Series(double[] average, double[] most) {}

    /** @throws IllegalArgumentException for a meter that was not asked for */
    public Series of(Meter meter) {
        Series line = series.get(meter);
        if (line == null) {
            throw new IllegalArgumentException(meter + " was not asked for");
        }
        return line;
    }

    public List<Meter> meters() {
        return List.copyOf(series.keySet());
    }
}
