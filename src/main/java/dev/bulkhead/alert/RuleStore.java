package dev.bulkhead.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of rules. Every call blocks for one statement and may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class RuleStore {

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rule> load() {
        return jdbc.sql("select * from alert_rule").query(RuleStore::read).list();
    }

    void insert(Rule rule) {
        set(rule, """
                insert into alert_rule (id, name, signal, place, place_id, above, threshold, clearing,
                    hold_seconds, clear_seconds, enabled)
                values (:id, :name, :signal, :place, :placeId, :above, :threshold, :clearing, :hold, :clear, :enabled)
                """);
    }

    int update(Rule rule) {
        return set(rule, """
                update alert_rule set name = :name, signal = :signal, place = :place, place_id = :placeId,
                    above = :above, threshold = :threshold, clearing = :clearing, hold_seconds = :hold,
                    clear_seconds = :clear, enabled = :enabled
                where id = :id
                """);
    }

    void delete(UUID id) {
        jdbc.sql("delete from alert_rule where id = :id").param("id", id).update();
    }

    private int set(Rule rule, String statement) {
        return jdbc.sql(statement)
                .param("id", rule.id())
                .param("name", rule.name())
                .param("signal", rule.signal().name())
                .param("place", rule.place().level().name())
                .param("placeId", rule.place().id())
                .param("above", rule.above())
                .param("threshold", rule.threshold())
                .param("clearing", rule.clearing())
                .param("hold", rule.holdFor().toSeconds())
                .param("clear", rule.clearFor().toSeconds())
                .param("enabled", rule.enabled())
                .update();
    }

    private static Rule read(ResultSet row, int number) throws SQLException {
        return new Rule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Signal.valueOf(row.getString("signal")),
                new Place(Place.Level.valueOf(row.getString("place")), row.getString("place_id")),
                row.getBoolean("above"),
                row.getDouble("threshold"),
                row.getDouble("clearing"),
                Duration.ofSeconds(row.getLong("hold_seconds")),
                Duration.ofSeconds(row.getLong("clear_seconds")),
                row.getBoolean("enabled"));
    }
}
