package dev.bulkhead.metrics.ui;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Points;
import dev.bulkhead.metrics.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a chart shows: for each of its lines, on one grid of moments, what it was on average within each step, and at most. NaN where
 * unknown.
 *
 * @param step seconds from point to point; a longer way is a gap
 * @param times seconds since 1970, rising
 */
record Stretch(Instant from, Instant to, long step, long[] times, List<double[]> averages, List<double[]> peaks) {

    /** The lines of one instance's chart. */
    static Stretch of(ChartKind kind, Points points, Instant from, Instant to) {
        List<double[]> averages = new ArrayList<>();
        List<double[]> peaks = new ArrayList<>();
        for (ChartKind.Line line : kind.lines()) {
            averages.add(scaled(points.of(line.meter()).average(), line.scale()));
            peaks.add(scaled(points.of(line.meter()).most(), line.scale()));
        }
        return new Stretch(from, to, points.step(), points.times(), averages, peaks);
    }

    /** One line an instance: what it used of a resource. @param all of one and the same stretch and step; one at least */
    static Stretch of(Resource resource, List<Points> all, Instant from, Instant to) {
        TreeSet<Long> moments = new TreeSet<>();
        all.forEach(points -> Arrays.stream(points.times()).forEach(moments::add));
        long[] times = moments.stream().mapToLong(moment -> moment).toArray();
        List<double[]> averages = new ArrayList<>();
        List<double[]> peaks = new ArrayList<>();
        for (Points points : all) {
            averages.add(sum(resource, points, times, Points.Series::average));
            peaks.add(sum(resource, points, times, Points.Series::most));
        }
        return new Stretch(from, to, all.getFirst().step(), times, averages, peaks);
    }

    /** Over the resource's meters as far as they are known; of peaks it is never less than the peak of the sum. */
    private static double[] sum(
            Resource resource, Points points, long[] times, Function<Points.Series, double[]> values) {
        double[] sum = new double[times.length];
        Arrays.fill(sum, Double.NaN);
        for (Meter meter : resource.meters()) {
            double[] part = values.apply(points.of(meter));
            for (int at = 0; at < part.length; at++) {
                int place = Arrays.binarySearch(times, points.times()[at]);
                if (!Double.isNaN(part[at])) {
                    sum[place] = (Double.isNaN(sum[place]) ? 0 : sum[place]) + part[at] * resource.scale();
                }
            }
        }
        return sum;
    }

    private static double[] scaled(double[] values, double scale) {
        return Arrays.stream(values).map(value -> value * scale).toArray();
    }
}
