package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The history in one DuckDB file. Writing is for one thread at a time, reading for any; every call blocks for the database. What was
 * appended is there after the process was killed.
 */
final class HistoryStore implements AutoCloseable {

    private static final Meter[] METERS = Meter.values();

    private final DuckDBConnection connection;
    private final Segments segments;
    private final Subjects subjects;
    private final RolledUp rolledUp;
    private final SealedSums sealed = new SealedSums();

    private HistoryStore(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        this.subjects = new Subjects(connection);
        this.segments = new Segments(connection);
        this.rolledUp = new RolledUp(connection, segments);
    }

    static HistoryStore open(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "128MB");
        settings.setProperty("threads", "1");
        settings.setProperty("preserve_insertion_order", "false");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        try {
            return new HistoryStore((DuckDBConnection) connection);
        } catch (SQLException unusable) {
            connection.close();
            throw unusable;
        }
    }

    /** Keeps what was read at a tick. */
    void append(Instant tick, Collection<? extends Measured> usages) throws SQLException {
        long at = tick.getEpochSecond();
        inOne(() -> {
            subjects.add(connection, usages, at);
            String table = segments.at(connection, Resolution.TICK, at);
            try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
                for (Measured usage : usages) {
                    append(rows, at, usage);
                }
            }
        });
    }

    /** Makes coarser points of what is complete by now, and drops what is too old. Cheap; once a minute. */
    void advance(Instant now) throws SQLException {
        long seconds = now.getEpochSecond();
        inOne(() -> {
            rolledUp.advance(Resolution.TICK, Resolution.MINUTE, seconds);
            rolledUp.advance(Resolution.MINUTE, Resolution.FIVE_MINUTES, seconds);
            rolledUp.advance(Resolution.FIVE_MINUTES, Resolution.HOUR, seconds);
            segments.dropOld(connection, seconds);
        });
        if (rolledUp.wroteToSorted()) {
            sealed.clear();
        }
    }

    /** Sorts what nothing is added to any more, and forgets what is long gone. Costs a moment; once an hour. */
    void tidy(Instant now, Collection<String> existing, Instant forget) throws SQLException {
        inOne(() -> {
            for (Resolution resolution : List.of(Resolution.MINUTE, Resolution.FIVE_MINUTES, Resolution.HOUR)) {
                segments.sortEnded(connection, resolution, rolledUp.until(resolution));
            }
            subjects.see(connection, existing, now.getEpochSecond());
            for (int gone : Subjects.goneSince(connection, forget.getEpochSecond())) {
                forget(gone);
            }
        });
        checkpoint();
    }

    /**
     * Makes room until no more than {@code budget} bytes are used: drops what instances left behind that are gone, the longest gone
     * first; then the oldest table of the finest resolution that has one to spare, and so on to the coarsest. The tables that are written
     * to stay. May take a while; for the thread that writes.
     *
     * @param before instances that were seen since then, in seconds, are not gone
     * @return what was dropped
     */
    Dropped fit(long budget, Instant before) throws SQLException {
        int instances = 0;
        List<String> tables = new ArrayList<>();
        while (used() > budget) {
            List<Integer> gone = Subjects.goneSince(connection, before.getEpochSecond());
            List<Integer> some = gone.subList(0, Math.ceilDiv(gone.size(), 2));
            if (!some.isEmpty()) {
                inOne(() -> {
                    for (int subject : some) {
                        forget(subject);
                    }
                    segments.rewriteSorted(connection);
                });
                instances += some.size();
            } else {
                Optional<String> spare = segments.spare();
                if (spare.isEmpty()) {
                    break;
                }
                sealed.clear();
                inOne(() -> segments.drop(connection, spare.get()));
                tables.add(spare.get());
            }
        }
        return new Dropped(instances, tables);
    }

    /** What {@link #fit} dropped. */
    record Dropped(int instances, List<String> tables) {

        boolean isNothing() {
            return instances == 0 && tables.isEmpty();
        }
    }

    /** Bytes of the file that hold something; what was dropped is used again before the file grows. */
    long used() throws SQLException {
        checkpoint();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select sum(block_size * used_blocks) from pragma_database_size()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    <T> T read(HistoryQuery<T> query) throws SQLException {
        try (Connection own = connection.duplicate()) {
            return query.ask(new HistorySource(own, segments, subjects, sealed));
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void forget(int subject) throws SQLException {
        sealed.clear();
        try (Statement statement = connection.createStatement()) {
            for (String table : segments.all()) {
                statement.execute("delete from " + table + " where subject = " + subject);
            }
        }
        subjects.remove(connection, subject);
    }

    private void append(DuckDBAppender rows, long at, Measured usage) throws SQLException {
        rows.beginRow();
        rows.append(subjects.number(usage.subject()));
        rows.append(at);
        for (Meter meter : METERS) {
            float value = usage.rates().raw(meter);
            if (Float.isNaN(value)) {
                rows.appendNull();
            } else {
                rows.append(value);
            }
        }
        rows.endRow();
    }

    private void checkpoint() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private void inOne(Work work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            work.run();
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private interface Work {
        void run() throws SQLException;
    }
}
