package dev.bulkhead.api;

import dev.bulkhead.operation.audit.AuditService;
import dev.bulkhead.operation.audit.AuditVerification;
import dev.bulkhead.operation.audit.AuditVerification.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What verifying the record found. */
@Schema(name = "AuditVerification")
record AuditVerificationBody(
        State state,

        @Schema(description = "When the last verification ended; null when none has since the start") @Nullable
        Instant at,

        @Schema(description = "How many rows it proved") long rows,

        @Schema(description = "How many rows nobody can prove, because their key was lost")
        long unverifiable,

        @Schema(description = "The first row that is not as it was written") @Nullable
        Long firstBadRow,

        @Schema(description = "What is the matter with it") AuditVerification.@Nullable Kind fault,

        @Schema(description = "How many rows the verification under way has proven; null when none is") @Nullable
        Long proven) {

    /** What is known of the record. */
    enum State {
        /** Not verified since the start. */
        UNKNOWN,
        INTACT,
        BROKEN
    }

    static AuditVerificationBody of(AuditService audit) {
        AuditVerification found = audit.verification().orElse(null);
        Long proven = audit.progress().orElse(null);
        if (found == null) {
            return new AuditVerificationBody(State.UNKNOWN, null, 0, 0, null, null, proven);
        }
        Finding finding = found.finding();
        return new AuditVerificationBody(
                finding == null ? State.INTACT : State.BROKEN,
                found.at(),
                found.rows(),
                found.unverifiable(),
                finding == null ? null : finding.seq(),
                finding == null ? null : finding.kind(),
                proven);
    }
}
