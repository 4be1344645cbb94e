package dev.bulkhead.alert.send;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.AlertRows;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each target was told. Every call blocks for some statements, and may throw {@link org.springframework.dao.DataAccessException}. */
@Repository
class ToldStore {

    private final JdbcClient jdbc;

    ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What fires and the target does not know of; the oldest first. */
    List<Alert> news(UUID target, int most) {
        return jdbc.sql("""
                        select alert.* from alert where ended_at is null and not exists
                            (select 1 from alert_told where target_id = :target and alert_id = alert.id)
                        order by fired_at, id limit :most
                        """)
                .param("target", target)
                .param("most", most)
                .query(AlertRows::read)
                .list();
    }

    /** What is over and the target takes for firing; the oldest first. */
    List<Alert> ends(UUID target, int most) {
        return jdbc.sql("""
                        select alert.* from alert join alert_told on alert_told.alert_id = alert.id
                        where target_id = :target and not of_end and ended_at is not null
                        order by ended_at, id limit :most
                        """)
                .param("target", target)
                .param("most", most)
                .query(AlertRows::read)
                .list();
    }

    void told(UUID target, Message message) {
        for (Alert alert : message.fired()) {
            jdbc.sql("insert into alert_told (target_id, alert_id, of_end) values (:target, :alert, false)")
                    .param("target", target)
                    .param("alert", alert.id())
                    .update();
        }
        for (Alert alert : message.ended()) {
            jdbc.sql("update alert_told set of_end = true where target_id = :target and alert_id = :alert")
                    .param("target", target)
                    .param("alert", alert.id())
                    .update();
        }
    }
}
