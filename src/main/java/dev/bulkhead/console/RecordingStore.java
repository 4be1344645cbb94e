package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of recordings. Every method may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class RecordingStore {

    private static final int LONGEST_WATCHERS = 1000;

    private final JdbcClient jdbc;

    RecordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Recording recording) {
        jdbc.sql("""
                        insert into recording (id, instance, instance_name, kind, started_by, started_at, bytes, watchers)
                        values (:id, :instance, :instanceName, :kind, :startedBy, :startedAt, :bytes, :watchers)
                        """)
                .param("id", recording.id())
                .param("instance", recording.instance().toString())
                .param("instanceName", recording.instanceName())
                .param("kind", recording.kind().name())
                .param("startedBy", recording.startedBy())
                .param("startedAt", recording.startedAt().atOffset(ZoneOffset.UTC))
                .param("bytes", recording.bytes())
                .param("watchers", cut(recording.watchers()))
                .update();
    }

    /** Writes down the end, with what was not known before. */
    void end(Recording recording) {
        jdbc.sql("update recording set ended_at = :endedAt, bytes = :bytes, watchers = :watchers where id = :id")
                .param("id", recording.id())
                .param(
                        "endedAt",
                        recording.endedAt() == null ? null : recording.endedAt().atOffset(ZoneOffset.UTC))
                .param("bytes", recording.bytes())
                .param("watchers", cut(recording.watchers()))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from recording where id = :id").param("id", id).update();
    }

    Optional<Recording> find(UUID id) {
        return jdbc.sql("select * from recording where id = :id")
                .param("id", id)
                .query(RecordingStore::read)
                .optional();
    }

    /** All, the newest first. */
    List<Recording> list() {
        return jdbc.sql("select * from recording order by started_at desc, id")
                .query(RecordingStore::read)
                .list();
    }

    private static String cut(String watchers) {
        return watchers.length() <= LONGEST_WATCHERS ? watchers : watchers.substring(0, LONGEST_WATCHERS);
    }

    private static Recording read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Recording(
                row.getObject("id", UUID.class),
                InstanceId.parse(row.getString("instance")).orElseThrow(),
                row.getString("instance_name"),
                ConsoleKind.valueOf(row.getString("kind")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong("bytes"),
                row.getString("watchers"));
    }
}
