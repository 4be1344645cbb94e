package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what projects were given. */
final class ProjectShares {

    private final JdbcClient jdbc;

    ProjectShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has what. What cannot be understood, as of a version to come, is left out: it shows nobody anything. */
    Map<AssetId, Set<UUID>> load() {
        Map<AssetId, Set<UUID>> shares = new HashMap<>();
        jdbc.sql("select project_id, engine, kind, name from project_asset").query(row -> {
            UUID project = row.getObject("project_id", UUID.class);
            asset(row)
                    .ifPresent(asset -> shares.computeIfAbsent(asset, first -> new HashSet<>())
                            .add(project));
        });
        return shares;
    }

    void insert(Share share) {
        update(
                share,
                "insert into project_asset (project_id, engine, kind, name) values (:project, :engine, :kind, :name)");
    }

    void delete(Share share) {
        update(
                share,
                "delete from project_asset where project_id = :project and engine = :engine and kind = :kind and name = :name");
    }

    void deleteAll(UUID project) {
        jdbc.sql("delete from project_asset where project_id = :project")
                .param("project", project)
                .update();
    }

    private void update(Share share, String statement) {
        jdbc.sql(statement)
                .param("project", share.project())
                .param("engine", share.asset().engine().value())
                .param("kind", share.asset().kind().word())
                .param("name", share.asset().name())
                .update();
    }

    private static Optional<AssetId> asset(ResultSet row) throws SQLException {
        return AssetId.parse(row.getString("engine") + "." + row.getString("kind") + "." + row.getString("name"));
    }
}
