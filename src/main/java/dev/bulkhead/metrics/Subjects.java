package dev.bulkhead.metrics;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers for instances, machines and places of storage, since a number in every point is cheaper than an id. An id is data here, never part of a name or a path. */
final class Subjects {

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private int last;

    Subjects(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists subject"
                    + " (number integer primary key, id varchar not null unique, seen bigint not null)");
            try (ResultSet rows = statement.executeQuery("select number, id from subject")) {
                while (rows.next()) {
                    numbers.put(rows.getString(2), rows.getInt(1));
                    last = Math.max(last, rows.getInt(1));
                }
            }
        }
    }

    @Nullable
    Integer find(String id) {
        return numbers.get(id);
    }

    /** @throws IllegalStateException when it has none */
    int number(String id) {
        Integer number = find(id);
        if (number == null) {
            throw new IllegalStateException("No number was given to " + id);
        }
        return number;
    }

    /** Gives numbers to those that have none. @param at seconds */
    void add(Connection connection, Collection<? extends Measured> usages, long at) throws SQLException {
        List<String> fresh = usages.stream()
                .map(Measured::subject)
                .filter(id -> !numbers.containsKey(id))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, Integer> given = new LinkedHashMap<>();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into subject (number, id, seen) values (?, ?, ?)")) {
            for (String id : fresh) {
                int number = last + given.size() + 1;
                insert.setInt(1, number);
                insert.setString(2, id);
                insert.setLong(3, at);
                insert.executeUpdate();
                given.put(id, number);
            }
        }
        last += given.size();
        numbers.putAll(given);
    }

    /** Writes down that those exist. @param at seconds */
    void see(Connection connection, Collection<String> existing, long at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update subject set seen = ? where number = ?")) {
            for (String id : existing) {
                Integer number = find(id);
                if (number != null) {
                    update.setLong(1, at);
                    update.setInt(2, number);
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }

    /** Those that were not seen since then, the longest gone first. @param before seconds */
    static List<Integer> goneSince(Connection connection, long before) throws SQLException {
        List<Integer> gone = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select number from subject where seen < ? order by seen")) {
            query.setLong(1, before);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    gone.add(rows.getInt(1));
                }
            }
        }
        return gone;
    }

    void remove(Connection connection, int number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from subject where number = ?")) {
            delete.setInt(1, number);
            delete.executeUpdate();
        }
        numbers.values().removeIf(other -> other == number);
    }
}
