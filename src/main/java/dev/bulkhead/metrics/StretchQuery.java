package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        PointSums sums = new PointSums(meters);
        Integer subject = source.subjects().find(id);
        if (subject == null) {
            return sums.points(step);
        }
        List<String> unread = new ArrayList<>();
        for (String table : source.segments().within(resolution, from, to)) {
            Optional<List<double[]>> known = source.sealed().find(key(table, subject));
            known.ifPresentOrElse(rows -> add(sums, rows), () -> unread.add(table));
        }
        if (!unread.isEmpty()) {
            List<List<double[]>> read = read(source, unread, subject);
            for (int table = 0; table < unread.size(); table++) {
                add(sums, read.get(table));
                if (Segments.isSorted(unread.get(table))) {
                    source.sealed().keep(key(unread.get(table), subject), read.get(table));
                }
            }
        }
        return sums.points(step);
    }

    private SealedSums.Key key(String table, int subject) {
        return new SealedSums.Key(table, subject, step, meters);
    }

    /** Of a sorted table there are rows outside of the stretch, too. */
    private void add(PointSums sums, List<double[]> rows) {
        for (double[] row : rows) {
            if (row[0] + step > from && row[0] <= to) {
                sums.add(row);
            }
        }
    }

    /**
     * By one question, and the columns by name: to plan it takes longer than to answer it, the more so the more columns the tables have in
     * it.
     *
     * @return for each table its rows
     */
    private List<List<double[]>> read(HistorySource source, List<String> tables, int subject) throws SQLException {
        List<List<double[]>> rows = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String table : tables) {
            String within = Segments.isSorted(table) ? "" : " and moment between %d and %d".formatted(from, to);
            parts.add("select %d as part, moment, %s from %s where subject = %d%s"
                    .formatted(rows.size(), Columns.stored(resolution, meters), table, subject, within));
            rows.add(new ArrayList<>());
        }
        String sql = "select part, moment - moment %% %d as point, %s from (%s) group by part, point"
                .formatted(step, Columns.sums(resolution, meters), String.join(" union all ", parts));
        try (Statement statement = source.connection().createStatement();
                ResultSet read = statement.executeQuery(sql)) {
            while (read.next()) {
                rows.get(read.getInt(1)).add(row(read));
            }
        }
        return rows;
    }

    private double[] row(ResultSet read) throws SQLException {
        double[] row = new double[1 + PointSums.COLUMNS_A_METER * meters.size()];
        for (int column = 0; column < row.length; column++) {
            double value = read.getDouble(2 + column);
            row[column] = read.wasNull() ? Double.NaN : value;
        }
        return row;
    }
}
