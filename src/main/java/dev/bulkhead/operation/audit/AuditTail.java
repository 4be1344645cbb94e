package dev.bulkhead.operation.audit;

import dev.bulkhead.common.Registration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The record as those read it who pass it on: forward, from wherever they left off. Each reading call blocks for a statement. */
@Component
public class AuditTail {

    private final AuditStore store;
    private final AuditTrail trail;

    AuditTail(AuditStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** The number of the last row; from memory. */
    public long head() {
        return trail.head().seq();
    }

    /** The first {@code limit} rows after that number, in order. */
    public List<AuditRow> after(long seq, int limit) {
        return store.between(seq, head(), limit);
    }

    /** Calls {@code listener} after each new row; any thread, must return at once. */
    public Registration onChange(Runnable listener) {
        return trail.changes().onAppend(listener);
    }
}
