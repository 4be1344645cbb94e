package dev.bulkhead.metrics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes coarser points of finer ones, each once: how far it came is written in the same transaction. */
final class RolledUp {

    /** What comes later than this belongs to a tick that counts as missed. */
    private static final long GRACE = 20;

    /** So many steps hold all that can have come since the clock was set back; what is there already is not made again. */
    private static final int AFRESH = 10;

    private final Connection connection;
    private final Segments segments;
    private boolean wroteToSorted;

    RolledUp(Connection connection, Segments segments) throws SQLException {
        this.connection = connection;
        this.segments = segments;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists rolled_up (resolution varchar primary key, until bigint not null)");
        }
    }

    /** @param now seconds */
    void advance(Resolution finer, Resolution coarser, long now) throws SQLException {
        long done = until(coarser);
        long complete = Math.floorDiv(now - GRACE, coarser.step()) * coarser.step();
        if (complete < done) {
            // The clock was set back. What it says now may be right or wrong: what is there stays, and what came since
            // is rolled up, too.
            write(coarser, complete - AFRESH * coarser.step());
        }
        if (complete <= done) {
            return;
        }
        long from = Math.max(done, segments.first(finer));
        while (from < complete) {
            long end = Math.min(complete, (Math.floorDiv(from, coarser.segment()) + 1) * coarser.segment());
            rollUp(finer, coarser, from, end);
            from = end;
        }
        write(coarser, complete);
    }

    /** Until when its points are complete, in seconds; 0 when there are none yet. */
    long until(Resolution resolution) throws SQLException {
        return until(connection, resolution);
    }

    static long until(Connection connection, Resolution resolution) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select until from rolled_up where resolution = ?")) {
            query.setString(1, resolution.name());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /** Whether points came into sorted tables since the last call, which happens once the clock was set back. */
    boolean wroteToSorted() {
        boolean wrote = wroteToSorted;
        wroteToSorted = false;
        return wrote;
    }

    private void rollUp(Resolution finer, Resolution coarser, long from, long end) throws SQLException {
        for (String table : segments.within(finer, from, end - 1)) {
            String target = segments.at(connection, coarser, from);
            wroteToSorted |= Segments.isSorted(target);
            String missing = latest(target) < from
                    ? ""
                    : "and not exists (from %s there where there.subject = %s.subject and there.moment = %2$s.moment - %2$s.moment %% %d)"
                            .formatted(target, table, coarser.step());
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "insert into %s select subject, moment - moment %% %d as point, %s from %s where moment >= %d and moment < %d %s group by subject, point"
                                .formatted(target, coarser.step(), Columns.of(finer), table, from, end, missing));
            }
        }
    }

    /** The last moment of that table, in seconds; it is before all others when there is none. */
    private long latest(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(moment) from " + table)) {
            rows.next();
            long latest = rows.getLong(1);
            return rows.wasNull() ? Long.MIN_VALUE : latest;
        }
    }

    private void write(Resolution resolution, long until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("insert or replace into rolled_up (resolution, until) values (?, ?)")) {
            update.setString(1, resolution.name());
            update.setLong(2, until);
            update.executeUpdate();
        }
    }
}
