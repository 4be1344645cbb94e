package dev.bulkhead.metrics;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much instances used over a longer time, as one level each, whoever asks: services narrow it to what may be seen. Reading blocks for
 * the database, up to a second for thousands of instances.
 */
@Component
public class UsageLevels {

    /** So many instances at a time, since a percentile holds all points that it is of. */
    static final int BATCH = 500;

    private static final double NANOS = 1e9;
    private static final List<Meter> METERS = List.of(Meter.CPU_TIME, Meter.MEMORY_USED);

    private final History history;

    UsageLevels(History history) {
        this.history = history;
    }

    /**
     * What an instance used.
     *
     * @param cpus the 95th percentile of five-minute averages; null when it was never measured
     * @param cpusMost within any tick; null when it was never measured
     * @param memory the 95th percentile of the peaks of five minutes, in bytes, since lack of it is felt at once; null when it was never
     *     measured
     * @param memoryMost within any tick, in bytes; null when it was never measured
     * @param covered for how long it was measured, gaps and times at which it did not run left out
     */
    public record Level(
            @Nullable Double cpus,
            @Nullable Double cpusMost,
            @Nullable Double memory,
            @Nullable Double memoryMost,
            Duration covered) {}

    /** Of all instances that ran in that stretch; empty while the history cannot be read. */
    public Optional<Map<InstanceId, Level>> between(Instant from, Instant to) {
        return history.read(source -> read(source, from.getEpochSecond(), to.getEpochSecond()));
    }

    static Map<InstanceId, Level> read(HistorySource source, long from, long to) throws SQLException {
        Optional<String> points = source.points(Resolution.FIVE_MINUTES, METERS, from, to);
        Map<InstanceId, Level> levels = new HashMap<>();
        if (points.isPresent()) {
            int last = last(source.connection());
            for (int first = 0; first <= last; first += BATCH) {
                read(source.connection(), points.get(), first, levels);
            }
        }
        return levels;
    }

    private static void read(Connection connection, String points, int first, Map<InstanceId, Level> levels)
            throws SQLException {
        String sql = """
                select id, quantile_cont(cpu_time, 0.95), max(cpu_time_max),
                    quantile_cont(memory_used_max, 0.95), max(memory_used_max), sum(seconds)
                from %s join subject on number = subject
                where subject >= %d and subject < %d
                group by id""".formatted(points, first, first + BATCH);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Level level = new Level(
                        number(rows, 2, NANOS),
                        number(rows, 3, NANOS),
                        number(rows, 4, 1),
                        number(rows, 5, 1),
                        Duration.ofSeconds(rows.getLong(6)));
                InstanceId.parse(rows.getString(1)).ifPresent(id -> levels.put(id, level));
            }
        }
    }

    private static int last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(number), -1) from subject")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static @Nullable Double number(ResultSet rows, int column, double unit) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : Double.valueOf(value / unit);
    }
}
