package dev.bulkhead.access.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of passkeys. Every call blocks for one statement. */
@Repository
class PasskeyStore {

    private static final String SELECT = """
            select passkey.*, users.name as user_name from passkey join users on users.id = passkey.user_id
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredPasskey> find(String id) {
        return jdbc.sql(SELECT + " where passkey.credential_id = :id")
                .param("id", id)
                .query(PasskeyStore::stored)
                .optional();
    }

    /** The oldest first. */
    List<StoredPasskey> of(UUID user) {
        return jdbc.sql(SELECT + " where passkey.user_id = :user order by passkey.created_at, passkey.credential_id")
                .param("user", user)
                .query(PasskeyStore::stored)
                .list();
    }

    Set<UUID> users() {
        return Set.copyOf(jdbc.sql("select distinct user_id from passkey")
                .query((row, number) -> row.getObject("user_id", UUID.class))
                .list());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when it is somebody's already */
    void insert(StoredPasskey passkey) {
        jdbc.sql("""
                        insert into passkey (credential_id, user_id, label, public_key, counter, backup_able, backed_up,
                                             created_at, used_at)
                        values (:id, :user, :label, :key, :counter, :able, :backed, current_timestamp, current_timestamp)
                        """)
                .param("id", passkey.id())
                .param("user", passkey.user())
                .param("label", passkey.label())
                .param("key", passkey.key())
                .param("counter", passkey.counter())
                .param("able", passkey.backupAble())
                .param("backed", passkey.backedUp())
                .update();
    }

    void used(String id, long counter, boolean backedUp) {
        jdbc.sql("""
                        update passkey set counter = :counter, backed_up = :backed, used_at = current_timestamp
                        where credential_id = :id
                        """)
                .param("counter", counter)
                .param("backed", backedUp)
                .param("id", id)
                .update();
    }

    void rename(String id, String label) {
        jdbc.sql("update passkey set label = :label where credential_id = :id")
                .param("label", label)
                .param("id", id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from passkey where credential_id = :id")
                .param("id", id)
                .update();
    }

    private static StoredPasskey stored(ResultSet row, int number) throws SQLException {
        return new StoredPasskey(
                row.getString("credential_id"),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("label"),
                row.getString("public_key"),
                row.getLong("counter"),
                row.getBoolean("backup_able"),
                row.getBoolean("backed_up"),
                moment(row, "created_at"),
                moment(row, "used_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
