package dev.bulkhead.api;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Points;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of an instance's history.
 *
 * @param step seconds between two points; a longer way is a gap
 * @param times of the points
 * @param series by meter: what it was on average within each step, and at most; of a counter its growth a second
 */
record UsageBody(
        long step,
        List<Instant> times,
        @Schema(description = "By meter") Map<Meter, Series> series) {

    record Series(List<@Nullable Double> average, List<@Nullable Double> most) {}

    static UsageBody of(Points points) {
        Map<Meter, Series> series = new EnumMap<>(Meter.class);
        points.series()
                .forEach((meter, line) -> series.put(meter, new Series(list(line.average()), list(line.most()))));
        return new UsageBody(
                points.step(),
                LongStream.of(points.times()).mapToObj(Instant::ofEpochSecond).toList(),
                series);
    }

    /** One line a point, with the average and the highest of each meter. */
    static String csv(Points points) {
        List<Meter> meters = points.meters();
        List<Object> head = new ArrayList<>(List.of("time"));
        meters.forEach(meter -> head.addAll(
                List.of(meter.name().toLowerCase(Locale.ROOT), meter.name().toLowerCase(Locale.ROOT) + "_max")));
        StringBuilder text = new StringBuilder(Csv.line(head));
        for (int at = 0; at < points.times().length; at++) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(Instant.ofEpochSecond(points.times()[at]));
            for (Meter meter : meters) {
                cells.add(known(points.of(meter).average()[at]));
                cells.add(known(points.of(meter).most()[at]));
            }
            text.append(Csv.line(cells));
        }
        return text.toString();
    }

    private static List<@Nullable Double> list(double[] values) {
        List<@Nullable Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(known(value));
        }
        return list;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
