package dev.bulkhead.metrics;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The tables of points: one a resolution and span of time. Points come in the order of time; once a span is over, its table is sorted by
 * instance and rounded, which takes a fraction of the place and of the reading; once it is too old, it is dropped whole.
 */
final class Segments {

    private static final String SORTED = "_sorted";

    /** By resolution and number of the span, the name of its table. */
    private final Map<Resolution, NavigableMap<Long, String>> tables = new ConcurrentHashMap<>();

    /** Finds the tables that there are. */
    Segments(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("select table_name from duckdb_tables()")) {
            while (names.next()) {
                remember(names.getString(1));
            }
        }
        for (Map.Entry<Resolution, NavigableMap<Long, String>> spans : tables.entrySet()) {
            for (String table : spans.getValue().values()) {
                complete(connection, spans.getKey(), table);
            }
        }
    }

    /** The table for points of that moment; made when it is the first one. @param at seconds */
    String at(Connection connection, Resolution resolution, long at) throws SQLException {
        long number = Math.floorDiv(at, resolution.segment());
        String known = spans(resolution).get(number);
        if (known != null) {
            return known;
        }
        String name = name(resolution, number);
        execute(connection, "create table if not exists " + name + " (" + Columns.definition(resolution) + ")");
        spans(resolution).put(number, name);
        return name;
    }

    /** The tables that may have points from {@code from} to {@code to}, in seconds, both included; the earliest first. */
    List<String> within(Resolution resolution, long from, long to) {
        long first = Math.floorDiv(from, resolution.segment());
        long last = Math.max(first, Math.floorDiv(to, resolution.segment()));
        return List.copyOf(spans(resolution).subMap(first, true, last, true).values());
    }

    List<String> all() {
        return tables.values().stream()
                .flatMap(spans -> spans.values().stream())
                .toList();
    }

    /** The beginning of the earliest span that there is, in seconds; now when there is none. */
    long first(Resolution resolution) {
        NavigableMap<Long, String> spans = spans(resolution);
        return spans.isEmpty() ? Instant.now().getEpochSecond() : spans.firstKey() * resolution.segment();
    }

    /** Sorts the tables of spans to which nothing is added any more. @param complete when the resolution's points are complete until, in seconds */
    void sortEnded(Connection connection, Resolution resolution, long complete) throws SQLException {
        long current = Math.floorDiv(complete, resolution.segment());
        for (Map.Entry<Long, String> span : spans(resolution).headMap(current).entrySet()) {
            if (!isSorted(span.getValue())) {
                String sorted = span.getValue() + SORTED;
                execute(
                        connection,
                        "create table %s as select subject, moment, %s from %s order by subject, moment"
                                .formatted(sorted, Columns.rounded(resolution), span.getValue()));
                execute(connection, "drop table " + span.getValue());
                spans(resolution).put(span.getKey(), sorted);
            }
        }
    }

    /** Whether it is one to which nothing is added any more. */
    static boolean isSorted(String table) {
        return table.endsWith(SORTED);
    }

    /** Drops tables of which no point is kept any more. @param now in seconds */
    void dropOld(Connection connection, long now) throws SQLException {
        for (Map.Entry<Resolution, NavigableMap<Long, String>> spans : tables.entrySet()) {
            Resolution resolution = spans.getKey();
            Map<Long, String> old =
                    spans.getValue().headMap(Math.floorDiv(now - resolution.kept(), resolution.segment()));
            for (String table : new ArrayList<>(old.values())) {
                execute(connection, "drop table " + table);
            }
            old.clear();
        }
    }

    /** A table that an earlier version made lacks the meters that came since, which stand at the end. */
    private static void complete(Connection connection, Resolution resolution, String table) throws SQLException {
        Set<String> there = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery(
                        "select column_name from duckdb_columns() where table_name = '" + table + "'")) {
            while (names.next()) {
                there.add(names.getString(1));
            }
        }
        for (String column : Columns.ofMeters(resolution)) {
            if (!there.contains(column)) {
                execute(connection, "alter table " + table + " add column " + column + " float");
            }
        }
    }

    /** The table that is missed least: the oldest of the finest resolution of which there is one beside the latest. */
    Optional<String> spare() {
        return Arrays.stream(Resolution.values())
                .map(this::spans)
                .filter(spans -> spans.size() > 1)
                .map(spans -> spans.firstEntry().getValue())
                .findFirst();
    }

    void drop(Connection connection, String table) throws SQLException {
        execute(connection, "drop table " + table);
        tables.values().forEach(spans -> spans.values().remove(table));
    }

    /** Gives back the room of rows that were deleted from sorted tables; others get theirs back when they are sorted. */
    void rewriteSorted(Connection connection) throws SQLException {
        for (String table : all()) {
            if (isSorted(table)) {
                String rewritten = table + "_rewritten";
                execute(connection, "create table " + rewritten + " as from " + table + " order by subject, moment");
                execute(connection, "drop table " + table);
                execute(connection, "alter table " + rewritten + " rename to " + table);
            }
        }
    }

    private NavigableMap<Long, String> spans(Resolution resolution) {
        return tables.computeIfAbsent(resolution, any -> new ConcurrentSkipListMap<>());
    }

    private void remember(String table) {
        for (Resolution resolution : Resolution.values()) {
            String prefix = resolution.name().toLowerCase(Locale.ROOT) + "_";
            String number = table.replace(SORTED, "").replace(prefix, "");
            if (table.startsWith(prefix) && number.matches("\\d+")) {
                spans(resolution).put(Long.parseLong(number), table);
            }
        }
    }

    private static String name(Resolution resolution, long number) {
        return resolution.name().toLowerCase(Locale.ROOT) + "_" + number;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
