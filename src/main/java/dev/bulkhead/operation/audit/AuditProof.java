package dev.bulkhead.operation.audit;

import dev.bulkhead.operation.audit.AuditVerification.Finding;
import dev.bulkhead.operation.audit.AuditVerification.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the whole record and makes each mac anew, a few thousand rows at a time: memory stays the same however long it is. */
final class AuditProof {

    private static final int PORTION = 5_000;

    private final AuditStore store;
    private final AuditFiles.Key key;

    AuditProof(AuditStore store, AuditFiles.Key key) {
        this.store = store;
        this.key = key;
    }

    /**
     * Blocks until all is read. Begins after what was cut off on purpose: the row that tells of that is itself one of those that follow,
     * and so has to be right.
     *
     * @param end the last row that there has to be
     * @param beyond asked at the end for a row after the last
     * @param progress told now and then how many rows are proven
     * @throws org.springframework.dao.DataAccessException when the record cannot be read
     */
    AuditVerification of(ChainLink end, Supplier<Optional<Long>> beyond, LongConsumer progress) {
        ChainLink cut = AuditCut.last(store);
        ChainLink start = cut.seq() > key.before().seq() ? cut : key.before();
        AuditChain chain = new AuditChain(key.secret());
        ChainLink proven = start;
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
            progress.accept(proven.seq() - start.seq());
        }
        return new AuditVerification(
                Instant.now(),
                proven.seq() - start.seq(),
                start.seq() - cut.seq(),
                finding == null ? stray(cut, beyond) : finding);
    }

    private static @Nullable Finding faultOf(AuditChain chain, ChainLink proven, AuditRow row) {
        long expected = proven.seq() + 1;
        if (row.seq() != expected) {
            return new Finding(expected, Kind.MISSING);
        }
        return chain.follows(proven.mac(), row) ? null : new Finding(expected, Kind.CHANGED);
    }

    /** A row before the first or after the last. */
    private @Nullable Finding stray(ChainLink cut, Supplier<Optional<Long>> beyond) {
        return store.first()
                .filter(seq -> seq <= cut.seq())
                .or(beyond)
                .map(seq -> new Finding(seq, Kind.INSERTED))
                .orElse(null);
    }
}
