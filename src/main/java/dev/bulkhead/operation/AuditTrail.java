package dev.bulkhead.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of what was done and refused beside tracked operations, which are on record themselves. Only ever added to. */
@Component
public class AuditTrail {

    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One thing that somebody did or tried.
     *
     * @param actor name of the user; "" for a stranger
     * @param address from where, as the network tells; null when it did not come from there
     * @param verb as {@code console.open}
     * @param target id of what it was done to; "" when it was not even known
     * @param outcome {@code done}, {@code refused} or {@code ended}
     * @param detail how and why, without secrets; cut when very long
     */
    public record Entry(
            String actor,
            @Nullable String address,
            String verb,
            String target,
            String outcome,
            @Nullable String detail) {}

    /**
     * Puts it on record; blocks for one statement.
     *
     * @throws org.springframework.dao.DataAccessException when it cannot be written: then what it tells of must not be done
     */
    public void record(Entry entry) {
        String detail = entry.detail();
        jdbc.sql("""
                        insert into audit (at, actor, address, verb, target, outcome, detail)
                        values (:at, :actor, :address, :verb, :target, :outcome, :detail)
                        """)
                .param("at", Instant.now().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("address", entry.address())
                .param("verb", entry.verb())
                .param("target", entry.target())
                .param("outcome", entry.outcome())
                .param(
                        "detail",
                        detail == null || detail.length() <= LONGEST_DETAIL
                                ? detail
                                : detail.substring(0, LONGEST_DETAIL - 1) + "…")
                .update();
    }
}
