package dev.bulkhead.alert.send;

import dev.bulkhead.access.signin.AccessKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of targets; addresses in it are sealed. Every call blocks for one statement. */
@Repository
class TargetStore {

    private final JdbcClient jdbc;
    private final AccessKey key;

    TargetStore(JdbcClient jdbc, AccessKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    List<Target> load() {
        return jdbc.sql("select * from alert_target").query(this::read).list();
    }

    void insert(Target target) {
        set(target, """
                insert into alert_target (id, name, form, address, enabled, muted_from, muted_until)
                values (:id, :name, :form, :address, :enabled, :from, :until)
                """);
    }

    void update(Target target) {
        set(target, """
                update alert_target set name = :name, form = :form, address = :address, enabled = :enabled,
                    muted_from = :from, muted_until = :until
                where id = :id
                """);
    }

    void delete(UUID id) {
        jdbc.sql("delete from alert_target where id = :id").param("id", id).update();
    }

    private void set(Target target, String statement) {
        MutedHours muted = target.muted();
        jdbc.sql(statement)
                .param("id", target.id())
                .param("name", target.name())
                .param("form", target.form().name())
                .param("address", key.seal(target.address().getBytes(StandardCharsets.UTF_8), owner(target.id())))
                .param("enabled", target.enabled())
                .param("from", muted == null ? null : muted.from().toString())
                .param("until", muted == null ? null : muted.until().toString())
                .update();
    }

    private Target read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String address = key.open(row.getString("address"), owner(id))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return new Target(
                id,
                row.getString("name"),
                Form.valueOf(row.getString("form")),
                address,
                row.getBoolean("enabled"),
                muted(row.getString("muted_from"), row.getString("muted_until")));
    }

    private static @Nullable MutedHours muted(@Nullable String from, @Nullable String until) {
        return from == null || until == null ? null : new MutedHours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static String owner(UUID target) {
        return "alert-target " + target;
    }
}
