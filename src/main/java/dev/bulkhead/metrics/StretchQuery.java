package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One instance's or machine's points of one resolution from {@code from} to {@code to}, in seconds, both included, on a grid of {@code step} seconds.
 */
record StretchQuery(String id, List<Meter> meters, long from, long to, Resolution resolution, long step)
        implements HistoryQuery<Points> {

    /** The finest points that are kept since {@code from}, and that are no more than {@code most}. @param now in seconds, as the others */
    static StretchQuery of(String id, List<Meter> meters, long from, long to, int most, long now) {
        Resolution resolution = Resolution.of(from, now);
        long step = resolution.step() * Math.max(1, Math.ceilDiv(to - from, resolution.step() * most));
        return new StretchQuery(id, meters, from, to, resolution, step);
    }

    @Override
    public Points ask(HistorySource source) throws SQLException {
        List<String> tables = source.segments().within(resolution, from, to);
        Integer subject = source.subjects().find(id);
        if (tables.isEmpty() || subject == null) {
            return PointRows.none(step, meters);
        }
        String points = tables.stream()
                .map(table ->
                        "from %s where subject = %d and moment between %d and %d".formatted(table, subject, from, to))
                .collect(Collectors.joining(" union all "));
        String sql = "select moment - moment %% %d as point, %s from (%s) group by point order by point"
                .formatted(step, Columns.of(resolution, meters), points);
        try (Statement statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return PointRows.read(rows, step, meters);
        }
    }
}
