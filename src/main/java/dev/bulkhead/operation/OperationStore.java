package dev.bulkhead.operation;

import dev.bulkhead.access.InstanceCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of operations. Every method may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class OperationStore {

    private final JdbcClient jdbc;

    OperationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Operation operation) {
        jdbc.sql("""
                        insert into operation (id, verb, target, target_name, actor, state, requested_at)
                        values (:id, :verb, :target, :targetName, :actor, :state, :requestedAt)
                        """)
                .param("id", operation.id())
                .param("verb", operation.verb())
                .param("target", operation.target())
                .param("targetName", operation.targetName())
                .param("actor", operation.actor())
                .param("state", operation.state().name())
                .param("requestedAt", time(operation.requestedAt()))
                .update();
    }

    void update(Operation operation) {
        jdbc.sql("""
                        update operation set state = :state, started_at = :startedAt, ended_at = :endedAt,
                        error_kind = :errorKind, message = :message where id = :id
                        """)
                .param("id", operation.id())
                .param("state", operation.state().name())
                .param("startedAt", time(operation.startedAt()))
                .param("endedAt", time(operation.endedAt()))
                .param("errorKind", operation.errorKind())
                .param("message", operation.message())
                .update();
    }

    Optional<Operation> find(UUID id) {
        return jdbc.sql("select * from operation where id = :id")
                .param("id", id)
                .query(OperationStore::read)
                .optional();
    }

    List<Operation> list(OperationQuery query, InstanceCondition visible) {
        return filtered("select *", query, visible, " order by requested_at desc, id limit :limit offset :offset")
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query(OperationStore::read)
                .list();
    }

    int count(OperationQuery query, InstanceCondition visible) {
        return filtered("select count(*)", query, visible, "")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(
            String select, OperationQuery query, InstanceCondition visible, String end) {
        String where = " from operation where " + visible.sql()
                + (query.states().isEmpty() ? "" : " and state in (:states)")
                + (query.target() == null ? "" : " and target = :target");
        JdbcClient.StatementSpec statement = jdbc.sql(select + where + end).params(visible.parameters());
        if (!query.states().isEmpty()) {
            statement = statement.param(
                    "states", query.states().stream().map(Enum::name).collect(Collectors.toSet()));
        }
        return query.target() == null ? statement : statement.param("target", query.target());
    }

    List<Operation> open() {
        return jdbc.sql("select * from operation where state in ('QUEUED', 'RUNNING')")
                .query(OperationStore::read)
                .list();
    }

    void interrupt(UUID id, Instant now, String message) {
        jdbc.sql("""
                        update operation set state = 'INTERRUPTED', ended_at = :now, message = :message
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """)
                .param("id", id)
                .param("now", time(now))
                .param("message", message)
                .update();
    }

    /** Interrupted ones on targets with ids that begin so, of which no engine has said yet what became of them. */
    List<Operation> unsettled(String targetPrefix) {
        return jdbc.sql("""
                        select * from operation where state = 'INTERRUPTED' and found_after is null
                        and position(:prefix in target) = 1
                        """)
                .param("prefix", targetPrefix)
                .query(OperationStore::read)
                .list();
    }

    void settle(UUID id, String found, String message) {
        jdbc.sql("update operation set found_after = :found, message = :message where id = :id")
                .param("id", id)
                .param("found", found)
                .param("message", message)
                .update();
    }

    int deleteEndedBefore(Instant limit) {
        return jdbc.sql("delete from operation where ended_at < :limit")
                .param("limit", time(limit))
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Operation read(ResultSet row, int number) throws SQLException {
        return new Operation(
                row.getObject("id", UUID.class),
                row.getString("verb"),
                row.getString("target"),
                row.getString("target_name"),
                row.getString("actor"),
                OperationState.valueOf(row.getString("state")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("error_kind"),
                row.getString("message"));
    }
}
