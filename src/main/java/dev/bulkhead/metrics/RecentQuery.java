package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last half hour of all instances and machines at once, by their ids. @param until the minute that it ends with, in seconds */
record RecentQuery(long until) implements HistoryQuery<Map<String, Recent>> {

    private static final List<Meter> METERS = List.of(Meter.CPU_TIME, Meter.MEMORY_USED);

    @Override
    public Map<String, Recent> ask(HistorySource source) throws SQLException {
        long minute = Resolution.MINUTE.step();
        long from = until - (Recent.MINUTES - 1) * minute;
        Optional<String> points = source.points(Resolution.MINUTE, METERS, from, until + minute - 1);
        if (points.isEmpty()) {
            return Map.of();
        }
        String sql = "select id, (moment - %d) // %d, %s * %s, %s from %s join subject on number = subject"
                .formatted(
                        from,
                        minute,
                        Columns.average(Meter.CPU_TIME),
                        Resource.CPU.scale(),
                        Columns.average(Meter.MEMORY_USED),
                        points.get());
        Map<String, Recent> recent = new HashMap<>();
        try (Statement statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Recent one = recent.computeIfAbsent(rows.getString(1), id -> new Recent(unknown(), unknown()));
                one.cpus()[rows.getInt(2)] = value(rows, 3);
                one.memory()[rows.getInt(2)] = value(rows, 4);
            }
        }
        return recent;
    }

    private static float[] unknown() {
        float[] values = new float[Recent.MINUTES];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static float value(ResultSet rows, int column) throws SQLException {
        float value = rows.getFloat(column);
        return rows.wasNull() ? Float.NaN : value;
    }
}
