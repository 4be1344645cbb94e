package dev.bulkhead.access;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of projects' limits. Every call blocks for a statement or a few. */
final class ProjectTerms {

    private final JdbcClient jdbc;

    ProjectTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All projects. A limit on what is not measured here, as by a version to come, is left out. */
    List<Project> load() {
        Map<UUID, Map<Measure, Long>> limits = new HashMap<>();
        jdbc.sql("select project_id, measure, most from project_quota").query(row -> {
            UUID project = row.getObject("project_id", UUID.class);
            String name = row.getString("measure");
            long most = row.getLong("most");
            Arrays.stream(Measure.values())
                    .filter(measure -> measure.name().equals(name))
                    .forEach(measure -> limits.computeIfAbsent(project, unseen -> new EnumMap<>(Measure.class))
                            .put(measure, most));
        });
        return jdbc.sql("select * from project")
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Project(
                            id, row.getString("name"), new Quota(limits.getOrDefault(id, Map.of())), lease(row));
                })
                .list();
    }

    void set(UUID project, Quota quota, @Nullable LeaseTerms lease) {
        jdbc.sql("delete from project_quota where project_id = :id")
                .param("id", project)
                .update();
        quota.limits()
                .forEach((measure, most) -> jdbc.sql(
                                "insert into project_quota (project_id, measure, most) values (:id, :measure, :most)")
                        .param("id", project)
                        .param("measure", measure.name())
                        .param("most", most)
                        .update());
        jdbc.sql("""
                        update project set lease_seconds = :time, lease_end = :end, lease_grace_seconds = :grace
                        where id = :id
                        """)
                .param("id", project)
                .param("time", lease == null ? null : lease.time().toSeconds())
                .param("end", lease == null ? null : lease.end().name())
                .param("grace", lease == null ? null : lease.grace().toSeconds())
                .update();
    }

    private static @Nullable LeaseTerms lease(ResultSet row) throws SQLException {
        long time = row.getLong("lease_seconds");
        return row.wasNull()
                ? null
                : new LeaseTerms(
                        Duration.ofSeconds(time),
                        "DELETE".equals(row.getString("lease_end")) ? LeaseTerms.End.DELETE : LeaseTerms.End.STOP,
                        Duration.ofSeconds(row.getLong("lease_grace_seconds")));
    }
}
