package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a question reads from.
 *
 * @param connection its own, closed after it
 * @param segments the tables of points
 * @param subjects the numbers that instances have in them
 * @param sealed what was read of sorted tables before
 */
record HistorySource(Connection connection, Segments segments, Subjects subjects, SealedSums sealed) {

    /**
     * All points from {@code from} to {@code to}, in seconds, both included, as something to select from: of the coarsest resolution as
     * far as its points are complete, and of ever finer ones behind that; what is not rolled up yet is, on the way, into minutes. So no
     * moment is there twice, and the latest is there.
     *
     * <p>Its columns are {@code subject}, {@code moment}, {@code seconds} (that a point stands for) and those of the meters as
     * {@link Columns} names them. The average over the stretch is sum(average × seconds) / sum(seconds) over the points that are not
     * null; the peak is the highest of the peaks.
     *
     * @param coarsest minutes at least
     * @return empty when nothing was kept of that stretch
     */
    Optional<String> points(Resolution coarsest, Collection<Meter> meters, long from, long to) throws SQLException {
        List<String> parts = new ArrayList<>();
        long begin = from;
        for (Resolution resolution : coarsest.andFiner()) {
            long end =
                    resolution == Resolution.TICK ? to + 1 : Math.min(to + 1, RolledUp.until(connection, resolution));
            if (begin < end) {
                for (String table : segments.within(resolution, begin, end - 1)) {
                    parts.add(part(
                            resolution, meters, "%s where moment >= %d and moment < %d".formatted(table, begin, end)));
                }
                begin = end;
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" union all ", parts) + ")");
    }

    private static String part(Resolution resolution, Collection<Meter> meters, String rows) {
        long minute = Resolution.MINUTE.step();
        return resolution == Resolution.TICK
                ? "select subject, moment - moment %% %d as moment, %d as seconds, %s from %s group by all"
                        .formatted(minute, minute, Columns.named(resolution, meters), rows)
                : "select subject, moment, %d as seconds, %s from %s"
                        .formatted(resolution.step(), Columns.asIs(meters), rows);
    }
}
