package dev.bulkhead.operation.audit;

import dev.bulkhead.operation.audit.AuditVerification.Finding;
import dev.bulkhead.operation.audit.AuditVerification.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the whole record and makes each mac anew, a few thousand rows at a time: memory stays the same however long it is. */
@Component
class AuditVerifier {

    private static final int PORTION = 5_000;

    private final AuditStore store;
    private final AuditTrail trail;
    private final AuditFiles.Key key;

    AuditVerifier(AuditStore store, AuditTrail trail, AuditStart start) {
        this.store = store;
        this.trail = trail;
        this.key = start.key();
    }

    /**
     * Blocks until all is read.
     *
     * @param progress told now and then how many rows are proven
     * @throws org.springframework.dao.DataAccessException when the record cannot be read
     */
    AuditVerification verify(LongConsumer progress) {
        AuditChain chain = new AuditChain(key.secret());
        ChainLink end = trail.head();
        ChainLink proven = key.before();
        Finding finding = null;
        while (finding == null && proven.seq() < end.seq()) {
            List<AuditRow> portion = store.between(proven.seq(), end.seq(), PORTION);
            if (portion.isEmpty()) {
                finding = new Finding(proven.seq() + 1, Kind.CUT_OFF);
            }
            for (AuditRow row : portion) {
                finding = faultOf(chain, proven, row);
                if (finding != null) {
                    break;
                }
                proven = new ChainLink(row.seq(), row.mac());
            }
            progress.accept(proven.seq() - key.before().seq());
        }
        return new AuditVerification(
                Instant.now(),
                proven.seq() - key.before().seq(),
                key.before().seq(),
                finding == null ? stray() : finding);
    }

    private static @Nullable Finding faultOf(AuditChain chain, ChainLink proven, AuditRow row) {
        long expected = proven.seq() + 1;
        if (row.seq() != expected) {
            return new Finding(expected, Kind.MISSING);
        }
        return chain.follows(proven.mac(), row) ? null : new Finding(expected, Kind.CHANGED);
    }

    /** A row before the first or after the last. */
    private @Nullable Finding stray() {
        return store.first()
                .filter(seq -> seq < 1)
                .or(trail::firstBeyondTheEnd)
                .map(seq -> new Finding(seq, Kind.INSERTED))
                .orElse(null);
    }
}
