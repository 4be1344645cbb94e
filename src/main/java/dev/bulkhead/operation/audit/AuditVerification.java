package dev.bulkhead.operation.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What verifying the whole record found.
 *
 * @param at when it ended
 * @param rows how many rows are proven
 * @param unverifiable how many are not proven, nor disproven, because their key was lost
 * @param finding the first bad row; null when there is none
 */
public record AuditVerification(
        Instant at, long rows, long unverifiable, @Nullable Finding finding) {

    public boolean isIntact() {
        return finding == null;
    }

    /** The first row that is not as it was written. All before it are. */
    public record Finding(long seq, Kind kind) {}

    /** What is the matter with a row. */
    public enum Kind {
        /** It, or its place in the order, is not what was written. */
        CHANGED,
        /** It is not there, though later ones are. */
        MISSING,
        /** It is not there, nor is any after it, though more were written. */
        CUT_OFF,
        /** It was never written by Bulkhead. */
        INSERTED
    }
}
