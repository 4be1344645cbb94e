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
        return jdbc.sql("select id, name, password_hash, administrator from users where name = :name")
                .param("name", canonicalName)
                .query((row, number) -> new User(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("password_hash"),
                        row.getBoolean("administrator")))
                .optional();
    }

    /** Adds the user unless there is one already, in one statement. Says whether it did. */
    boolean addFirst(User user) {
        return jdbc.sql("""
                        insert into users (id, name, password_hash, administrator, created_at)
                        select cast(:id as uuid), cast(:name as varchar), cast(:hash as varchar),
                               cast(:administrator as boolean), current_timestamp
                        where not exists (select 1 from users)
                        """)
                        .param("id", user.id())
                        .param("name", user.name())
                        .param("hash", user.passwordHash())
                        .param("administrator", user.administrator())
                        .update()
                == 1;
    }

    void changePasswordHash(String canonicalName, String passwordHash) {
        jdbc.sql("update users set password_hash = :hash where name = :name")
                .param("hash", passwordHash)
                .param("name", canonicalName)
                .update();
    }
}
