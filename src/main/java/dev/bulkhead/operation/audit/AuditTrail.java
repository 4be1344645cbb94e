package dev.bulkhead.operation.audit;

import dev.bulkhead.common.ChangeLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The record of what is done, tried and refused. Only ever added to; each row is chained to the one before, so that whoever changes the
 * table without the key is found out ({@link AuditService#verify}). Safe for all threads; a row blocks for one statement.
 */
@Component
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int MOST_HELD = 10_000;

    private final AuditStore store;
    private final AuditChain chain;
    private final ChangeLog<Long> changes = new ChangeLog<>(1);
    private final Deque<AuditEntry> held = new ArrayDeque<>();
    private ChainLink last;
    private @Nullable AuditRow unsure;
    private long lost;
    private boolean failing;

    AuditTrail(AuditStore store, AuditStart start) {
        this.store = store;
        this.chain = new AuditChain(start.key().secret());
        this.last = start.last();
        start.announcements().forEach(this::tell);
    }

    /**
     * Puts on record what is about to be done.
     *
     * @throws DataAccessException when it cannot be written: then it must not be done
     */
    public synchronized void record(AuditEntry entry) {
        writeHeld();
        append(entry.cleaned());
    }

    /** Puts on record what has happened already. Never fails: kept in memory, and written when that is possible again. */
    public synchronized void tell(AuditEntry entry) {
        held.addLast(entry.cleaned());
        if (held.size() > MOST_HELD) {
            held.removeFirst();
            lost++;
        }
        writeHeldIfPossible();
    }

    @Scheduled(fixedDelay = 5_000)
    synchronized void writeHeldIfPossible() {
        try {
            writeHeld();
            if (failing) {
                LOG.info("The audit record is written again");
            }
            failing = false;
        } catch (DataAccessException fault) {
            if (!failing) {
                LOG.error("The audit record cannot be written; what has happened is kept until it can", fault);
            }
            failing = true;
        }
    }

    /** Where the chain ends. */
    synchronized ChainLink head() {
        return last;
    }

    /** A row after the last that was written, which is none of ours. */
    synchronized Optional<Long> firstBeyondTheEnd() {
        settle();
        return store.firstAfter(last.seq());
    }

    private void writeHeld() {
        while (!held.isEmpty()) {
            append(held.getFirst());
            held.removeFirst();
        }
        if (lost > 0) {
            append(AuditStart.announcement("audit.lost", AuditOutcome.FAILED, lost + " rows were never written"));
            lost = 0;
        }
    }

    private void append(AuditEntry entry) {
        settle();
        AuditRow row = chain.next(last, entry);
        try {
            store.insert(row);
        } catch (DataAccessException failed) {
            unsure = row;
            throw failed;
        }
        last = new ChainLink(row.seq(), row.mac());
        changes.append(List.of(row.seq()));
    }

    /** The numbers of new rows. */
    ChangeLog<Long> changes() {
        return changes;
    }

    /** A statement that failed may have been carried out all the same. What memory says of the chain's end is believed, not the table. */
    private void settle() {
        AuditRow row = unsure;
        if (row != null) {
            if (store.find(row.seq()).filter(row::equals).isPresent()) {
                last = new ChainLink(row.seq(), row.mac());
            }
            unsure = null;
        }
    }
}
