package dev.bulkhead.metrics;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.metrics.Ranking.Rank;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each instance that there is a history of used of one resource, from {@code from} to {@code to}, in seconds, both included. An
 * average is sum(value × seconds that the point stands for) / seconds from the first to the end of the last point of any instance, so
 * averages of the same stretch compare, and add up to what all used on average. An instance counts as running through every point that it
 * was measured in at all.
 */
record RankingQuery(Resource resource, Resolution coarsest, long from, long to) implements HistoryQuery<Ranking> {

    @Override
    public Ranking ask(HistorySource source) throws SQLException {
        Optional<String> points = source.points(coarsest, resource.meters(), from, to);
        if (points.isEmpty()) {
            return new Ranking(resource, Instant.ofEpochSecond(from), Instant.ofEpochSecond(from), List.of());
        }
        String used = """
                select subject, sum(%s * seconds) as used, max(%s) as peak, min(moment) as first,
                max(moment + seconds) as last from %s group by subject""".formatted(Columns.sum(resource.meters()), Columns.sumOfMost(resource.meters()), points.get());
        String sql = """
                select id, used / (max(last) over () - min(first) over ()) * %1$s, peak * %1$s,
                min(first) over (), max(last) over () from (%2$s) join subject on number = subject""".formatted(resource.scale(), used);
        try (Statement statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return read(rows);
        }
    }

    private Ranking read(ResultSet rows) throws SQLException {
        List<Rank> ranks = new ArrayList<>();
        long first = from;
        long last = from;
        while (rows.next()) {
            double average = rows.getDouble(2);
            double peak = rows.getDouble(3);
            if (!rows.wasNull()) {
                InstanceId.parse(rows.getString(1)).ifPresent(id -> ranks.add(new Rank(id, average, peak)));
            }
            first = rows.getLong(4);
            last = rows.getLong(5);
        }
        return new Ranking(resource, Instant.ofEpochSecond(first), Instant.ofEpochSecond(last), ranks);
    }
}
