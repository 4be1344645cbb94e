package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Points.Series;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points that are put together of rows of several tables. A row has the moment with which its point begins and then, for each meter, the
 * sum, the number and the highest of its values; sum and highest are NaN where there is none.
 */
final class PointSums {

    static final int COLUMNS_A_METER = 3;

    private final List<Meter> meters;
    private final TreeMap<Long, double[]> rows = new TreeMap<>();

    PointSums(List<Meter> meters) {
        this.meters = meters;
    }

    /** @param row is not changed */
    void add(double[] row) {
        rows.merge((long) row[0], row, PointSums::sum);
    }

    Points points(long step) {
        long[] times = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        Map<Meter, Series> series = new EnumMap<>(Meter.class);
        for (int meter = 0; meter < meters.size(); meter++) {
            int column = 1 + COLUMNS_A_METER * meter;
            series.put(
                    meters.get(meter),
                    new Series(
                            rows.values().stream()
                                    .mapToDouble(row -> row[column] / row[column + 1])
                                    .toArray(),
                            rows.values().stream()
                                    .mapToDouble(row -> row[column + 2])
                                    .toArray()));
        }
        return new Points(step, times, series);
    }

    /** Of a point that lies on both sides of where a table ends. */
    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int column = 1; column < sum.length; column += COLUMNS_A_METER) {
            if (one[column + 1] == 0) {
                System.arraycopy(other, column, sum, column, COLUMNS_A_METER);
            } else if (other[column + 1] > 0) {
                sum[column] += other[column];
                sum[column + 1] += other[column + 1];
                sum[column + 2] = Math.max(one[column + 2], other[column + 2]);
            }
        }
        return sum;
    }
}
