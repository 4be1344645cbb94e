package dev.bulkhead.alert;

import dev.bulkhead.alert.Alert.End;
import dev.bulkhead.common.HostId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of alerts. */
public final class AlertRows {

    private AlertRows() {}

    /** Of one that has all columns. */
    public static Alert read(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getObject("rule_id", UUID.class),
                row.getString("rule_name"),
                Signal.valueOf(row.getString("signal")),
                row.getBoolean("above"),
                row.getDouble("threshold"),
                new Subject(
                        Signal.Kind.valueOf(row.getString("subject_kind")),
                        row.getString("subject_id"),
                        new HostId(row.getString("host_id")),
                        row.getString("subject_name")),
                row.getObject("fired_at", OffsetDateTime.class).toInstant(),
                row.getDouble("fired_value"),
                Duration.ofSeconds(row.getLong("lasted_seconds")),
                row.getString("detail"),
                end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        double value = row.getDouble("ended_value");
        return new End(at.toInstant(), Alert.Why.valueOf(row.getString("ended_why")), row.wasNull() ? null : value);
    }
}
