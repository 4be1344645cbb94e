package dev.bulkhead.operation;

import dev.bulkhead.access.Origin;
import dev.bulkhead.operation.audit.AuditEntry;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditTarget;
import dev.bulkhead.operation.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the audit record and the table say of an operation: the intent before the engine is asked, the outcome after, and across an end
 * of Bulkhead that it was interrupted and what the engine then said.
 */
@Component
class OperationRecord {

    private static final String INTERRUPTED = "Bulkhead ended while this was under way. ";
    private static final String NOT_ASKED = INTERRUPTED + "The engine has not been asked yet what became of it.";
    private static final int LONGEST_FOUND = 200;

    private final OperationStore store;
    private final AuditTrail audit;

    OperationRecord(OperationStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be written: then it must not be done */
    void intent(Operation operation, Origin origin) {
        audit.record(entry(operation, origin, AuditOutcome.INTENT, null));
        try {
            store.insert(operation);
        } catch (RuntimeException unrecorded) {
            audit.tell(entry(operation, origin, AuditOutcome.FAILED, "Not begun: it could not be kept track of"));
            throw unrecorded;
        }
    }

    void refused(Operation operation, Origin origin, String why) {
        audit.tell(entry(operation, origin, AuditOutcome.REFUSED, why));
    }

    /** @param origin of who ended it, be it by having asked for it or by calling it off */
    void outcome(Operation ended, Origin origin) {
        AuditOutcome outcome = switch (ended.state()) {
            case SUCCEEDED -> AuditOutcome.DONE;
            case CANCELLED -> AuditOutcome.CANCELLED;
            case INTERRUPTED -> AuditOutcome.INTERRUPTED;
            case FAILED, QUEUED, RUNNING -> AuditOutcome.FAILED;
        };
        String kind = ended.errorKind() == null ? "" : ended.errorKind() + ": ";
        audit.tell(entry(ended, origin, outcome, ended.message() == null ? null : kind + ended.message()));
    }

    /** Ends what is open in the table. The record first: what is in it twice after another sudden end is true both times. */
    int interruptOpen(Instant now) {
        List<Operation> open = store.open();
        for (Operation operation : open) {
            audit.tell(entry(operation, Origin.SYSTEM, AuditOutcome.INTERRUPTED, "asked for by " + operation.actor()));
            store.interrupt(operation.id(), now, NOT_ASKED);
        }
        return open.size();
    }

    void found(Operation interrupted, String found) {
        String words = found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) : found;
        audit.tell(entry(interrupted, Origin.SYSTEM, AuditOutcome.FOUND, words));
        store.settle(interrupted.id(), words, INTERRUPTED + "Asked afterwards, the engine said: " + words + ".");
    }

    private static AuditEntry entry(Operation operation, Origin origin, AuditOutcome outcome, @Nullable String detail) {
        return new AuditEntry(
                Instant.now(),
                origin,
                operation.verb(),
                new AuditTarget(operation.target(), operation.targetName()),
                outcome,
                operation.id(),
                detail);
    }
}
