package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What several subjects used of one meter on average in each hour that they were measured in, at once, from {@code from} to {@code to}, in
 * seconds, both included; by their ids, and by when the hour began.
 */
record HoursQuery(Meter meter, Collection<String> ids, long from, long to)
        implements HistoryQuery<Map<String, SortedMap<Instant, Double>>> {

    @Override
    public Map<String, SortedMap<Instant, Double>> ask(HistorySource source) throws SQLException {
        String numbers = ids.stream()
                .map(source.subjects()::find)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        Optional<String> points = source.points(Resolution.HOUR, List.of(meter), from, to);
        Map<String, SortedMap<Instant, Double>> hours = new HashMap<>();
        if (numbers.isEmpty() || points.isEmpty()) {
            return hours;
        }
        String sql = """
                select id, moment - moment %% %1$d as hour, sum(%2$s::double * seconds) / sum(seconds)
                from %3$s join subject on number = subject
                where subject in (%4$s) and %2$s is not null group by id, hour""".formatted(Resolution.HOUR.step(), Columns.average(meter), points.get(), numbers);
        try (Statement statement = source.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                hours.computeIfAbsent(rows.getString(1), id -> new TreeMap<>())
                        .put(Instant.ofEpochSecond(rows.getLong(2)), rows.getDouble(3));
            }
        }
        return hours;
    }
}
