package dev.bulkhead.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.bulkhead.access.Origin;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the record. */
@Schema(name = "AuditRow")
@JsonPropertyOrder({"seq", "at", "actor"})
record AuditBody(
        @Schema(description = "Counts all rows, from 1, without a gap")
        long seq,

        Instant at,

        @Schema(description = "Name of the user; empty for a stranger and for Bulkhead itself")
        String actor,

        @Schema(description = "How it is known who it was") Origin.Proof proof,

        @Schema(description = "Names the sign-in of a session; no secret") @Nullable
        String signIn,

        @Nullable String address,
        String verb,

        @Schema(description = "Id of what it was done to; empty for nothing in particular")
        String target,

        @Schema(description = "What that was called then") String targetName,
        AuditOutcome outcome,

        @Schema(description = "Id of the operation that it belongs to") @Nullable
        UUID operation,

        @Nullable String detail,

        @Schema(description = "HMAC-SHA-256 over the row and the mac before it")
        String mac) {

    static AuditBody of(AuditRow row) {
        AuditEntry entry = row.entry();
        return new AuditBody(
                row.seq(),
                entry.at(),
                entry.origin().actor(),
                entry.origin().proof(),
                entry.origin().signIn(),
                entry.origin().address(),
                entry.verb(),
                entry.target().id(),
                entry.target().name(),
                entry.outcome(),
                entry.operation(),
                entry.detail(),
                row.mac());
    }
}
