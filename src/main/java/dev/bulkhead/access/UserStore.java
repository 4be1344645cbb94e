package dev.bulkhead.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of users. Every call blocks for one statement. */
@Repository
class UserStore {

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from users").query(Long.class).single() == 0;
    }

    Optional<User> find(String canonicalName) {
        return jdbc.sql("select id, name, password_hash, enabled from users where name = :name")
                .param("name", canonicalName)
                .query((row, number) -> new User(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    void insert(User user) {
        jdbc.sql("""
                        insert into users (id, name, password_hash, enabled, created_at)
                        values (:id, :name, :hash, :enabled, current_timestamp)
                        """)
                .param("id", user.id())
                .param("name", user.name())
                .param("hash", user.passwordHash())
                .param("enabled", user.enabled())
                .update();
    }

    void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update users set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
    }

    void changePasswordHash(String canonicalName, String passwordHash) {
        jdbc.sql("update users set password_hash = :hash where name = :name")
                .param("hash", passwordHash)
                .param("name", canonicalName)
                .update();
    }
}
