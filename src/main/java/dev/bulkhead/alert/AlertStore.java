package dev.bulkhead.alert;

import dev.bulkhead.alert.Alert.End;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of alerts. Every call blocks for one statement and may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class AlertStore {

    private final JdbcClient jdbc;

    AlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Alert> firing() {
        return jdbc.sql("select * from alert where ended_at is null order by fired_at, id")
                .query(AlertRows::read)
                .list();
    }

    /** Those that fired before a moment, the newest first. */
    List<Alert> before(Instant moment, UUID id, int most) {
        return jdbc.sql("""
                        select * from alert where fired_at < :moment or (fired_at = :moment and id < :id)
                        order by fired_at desc, id desc limit :most
                        """)
                .param("moment", time(moment))
                .param("id", id)
                .param("most", most)
                .query(AlertRows::read)
                .list();
    }

    void insert(Alert alert) {
        jdbc.sql("""
                        insert into alert (id, rule_id, rule_name, signal, above, threshold, subject_kind, subject_id,
                            host_id, subject_name, fired_at, fired_value, lasted_seconds, detail)
                        values (:id, :rule, :ruleName, :signal, :above, :threshold, :kind, :subject,
                            :host, :name, :firedAt, :value, :lasted, :detail)
                        """)
                .param("id", alert.id())
                .param("rule", alert.rule())
                .param("ruleName", alert.ruleName())
                .param("signal", alert.signal().name())
                .param("above", alert.above())
                .param("threshold", alert.threshold())
                .param("kind", alert.subject().kind().name())
                .param("subject", alert.subject().id())
                .param("host", alert.subject().host().value())
                .param("name", alert.subject().name())
                .param("firedAt", time(alert.firedAt()))
                .param("value", alert.value())
                .param("lasted", alert.lasted().toSeconds())
                .param("detail", alert.detail())
                .update();
    }

    void end(UUID id, End end) {
        jdbc.sql("update alert set ended_at = :at, ended_why = :why, ended_value = :value where id = :id")
                .param("at", time(end.at()))
                .param("why", end.why().name())
                .param("value", end.value())
                .param("id", id)
                .update();
    }

    /** Forgets what was over by then. */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from alert where ended_at < :moment")
                .param("moment", time(endedBefore))
                .update();
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
