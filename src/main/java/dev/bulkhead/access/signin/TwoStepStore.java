package dev.bulkhead.access.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of secrets and recovery codes. Every call blocks for a statement or a few. */
@Repository
class TwoStepStore {

    private final JdbcClient jdbc;

    TwoStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lastStep of the code that was used last */
    record Stored(UUID user, String sealedSecret, long lastStep, Instant since) {}

    Optional<Stored> find(String userName) {
        return jdbc.sql("""
                        select totp.user_id, totp.secret, totp.last_step, totp.created_at
                        from totp join users on users.id = totp.user_id where users.name = :name
                        """)
                .param("name", userName)
                .query((row, number) -> new Stored(
                        row.getObject("user_id", UUID.class),
                        row.getString("secret"),
                        row.getLong("last_step"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean exists(UUID user) {
        return jdbc.sql("select count(*) from totp where user_id = :user")
                        .param("user", user)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Set<UUID> users() {
        return Set.copyOf(jdbc.sql("select user_id from totp")
                .query((row, number) -> row.getObject("user_id", UUID.class))
                .list());
    }

    void insert(UUID user, String sealedSecret, long lastStep) {
        jdbc.sql("""
                        insert into totp (user_id, secret, last_step, created_at)
                        values (:user, :secret, :step, current_timestamp)
                        """)
                .param("user", user)
                .param("secret", sealedSecret)
                .param("step", lastStep)
                .update();
    }

    /** Whether the code of that step was not used yet: of two that come with it at once, one gets true. */
    boolean use(UUID user, long step) {
        return jdbc.sql("update totp set last_step = :step where user_id = :user and last_step < :step")
                        .param("step", step)
                        .param("user", user)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(UUID user, Collection<String> hashes) {
        jdbc.sql("delete from recovery_code where user_id = :user")
                .param("user", user)
                .update();
        hashes.forEach(hash -> jdbc.sql("insert into recovery_code (user_id, hash) values (:user, :hash)")
                .param("user", user)
                .param("hash", hash)
                .update());
    }

    /** Whether there was such a code; it is gone then. */
    boolean useRecoveryCode(UUID user, String hash) {
        return jdbc.sql("delete from recovery_code where user_id = :user and hash = :hash")
                        .param("user", user)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    int recoveryCodes(UUID user) {
        return jdbc.sql("select count(*) from recovery_code where user_id = :user")
                .param("user", user)
                .query(Integer.class)
                .single();
    }

    void delete(UUID user) {
        jdbc.sql("delete from recovery_code where user_id = :user")
                .param("user", user)
                .update();
        jdbc.sql("delete from totp where user_id = :user").param("user", user).update();
    }
}
