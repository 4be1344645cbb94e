package dev.bulkhead.instance.lease;

import dev.bulkhead.common.InstanceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of leases. Every method may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class LeaseStore {

    private final JdbcClient jdbc;

    LeaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Lease> load() {
        return jdbc.sql("select * from lease").query(LeaseStore::read).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void save(Lease lease) {
        int changed = set(lease, """
                update lease set project_id = :project, ends_at = :endsAt, announced_seconds = :announced,
                stopped_seconds = :stopped where instance = :instance
                """);
        if (changed == 0) {
            set(lease, """
                    insert into lease (instance, project_id, ends_at, announced_seconds, stopped_seconds)
                    values (:instance, :project, :endsAt, :announced, :stopped)
                    """);
        }
    }

    private int set(Lease lease, String statement) {
        return jdbc.sql(statement)
                .param("instance", lease.instance().toString())
                .param("project", lease.project())
                .param("endsAt", lease.endsAt().atOffset(ZoneOffset.UTC))
                .param("announced", seconds(lease.announced()))
                .param("stopped", seconds(lease.stopped()))
                .update();
    }

    void delete(InstanceId instance) {
        jdbc.sql("delete from lease where instance = :instance")
                .param("instance", instance.toString())
                .update();
    }

    private static Optional<Lease> read(ResultSet row, int number) throws SQLException {
        UUID project = row.getObject("project_id", UUID.class);
        OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
        Duration announced = duration(row, "announced_seconds");
        Duration stopped = duration(row, "stopped_seconds");
        return InstanceId.parse(row.getString("instance"))
                .map(instance -> new Lease(instance, project, endsAt.toInstant(), announced, stopped));
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }
}
