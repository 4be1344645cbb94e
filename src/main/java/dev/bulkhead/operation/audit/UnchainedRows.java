package dev.bulkhead.operation.audit;

import dev.bulkhead.access.Origin;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was put on record before there was a chain. It is taken into the chain as its first rows, by the start that makes the chain and
 * by no other: what somebody adds to this table later is not believed.
 */
@Repository
class UnchainedRows {

    private final JdbcClient jdbc;

    UnchainedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AuditEntry> all() {
        return jdbc.sql("select * from audit_unchained order by id")
                .query((row, number) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Origin(row.getString("actor"), Origin.Proof.UNKNOWN, null, row.getString("address")),
                        row.getString("verb"),
                        new AuditTarget(row.getString("target"), ""),
                        outcome(row.getString("outcome")),
                        null,
                        row.getString("detail")))
                .list();
    }

    private static AuditOutcome outcome(String name) {
        try {
            return AuditOutcome.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return AuditOutcome.UNREADABLE;
        }
    }
}
