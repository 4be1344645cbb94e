package dev.bulkhead.operation.audit.ship;

import dev.bulkhead.common.Attempts;
import dev.bulkhead.common.Registration;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.operation.audit.AuditTail;
import dev.bulkhead.operation.audit.ship.ShippingStore.Position;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Brings one receiver up to date, again and again, on a thread of its own. It reads from where it was, so that what the receiver
 * missed comes later, and what was not surely received comes twice: rows have numbers. Only what is too far behind is left out.
 */
final class Shipper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);
    private static final int PORTION = 200;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** New rows wake it, so this is for nothing that is known of. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final Receiver receiver;
    private final AuditTail tail;
    private final ShippingStore store;
    private final int mostBehind;
    private final Runnable changed;
    private final Attempts attempts;
    private volatile Position position = new Position(0, 0);
    private volatile @Nullable Fault fault;
    private boolean located;

    /**
     * @param firstPause how long it waits after a failure; each time twice as long, a minute at most
     * @param changed told when the status changes
     */
    Shipper(
            Receiver receiver,
            AuditTail tail,
            ShippingStore store,
            int mostBehind,
            Duration firstPause,
            Runnable changed) {
        this.receiver = receiver;
        this.tail = tail;
        this.store = store;
        this.mostBehind = mostBehind;
        this.changed = changed;
        this.attempts = new Attempts(LOOK_AGAIN, firstPause, LONGEST_PAUSE);
    }

    private record Fault(Instant since, String words) {}

    ShippingStatus status() {
        Position now = position;
        Fault lost = fault;
        return new ShippingStatus(
                receiver.name(),
                now.shipped(),
                Math.max(0, tail.head() - now.shipped()),
                now.dropped(),
                lost == null ? null : lost.since(),
                lost == null ? null : lost.words());
    }

    void end() {
        attempts.end();
    }

    @Override
    public void run() {
        try (Registration registration = tail.onChange(attempts::wake);
                receiver) {
            attempts.run(this::ship);
        }
    }

    /** @return false when the receiver, or the database, is not there now */
    private boolean ship() {
        try {
            locate();
            leaveOutWhatIsTooFarBehind();
            List<AuditRow> rows = tail.after(position.shipped(), PORTION);
            while (!rows.isEmpty() && !attempts.isEnded()) {
                receiver.send(rows);
                move(new Position(rows.getLast().seq(), position.dropped() + missing(rows)));
                rows = tail.after(position.shipped(), PORTION);
            }
            recovered();
            return true;
        } catch (IOException | DataAccessException failing) {
            lost(failing);
            return false;
        }
    }

    /** One that is new gets what is done from now on. */
    private void locate() {
        if (!located) {
            position = store.find(receiver.name()).orElseGet(() -> new Position(tail.head(), 0));
            store.save(receiver.name(), position);
            located = true;
        }
    }

    private void leaveOutWhatIsTooFarBehind() {
        long tooFar = tail.head() - mostBehind - position.shipped();
        if (tooFar > 0) {
            LOG.warn("{} is too far behind: {} rows of the audit record are left out for it", receiver.name(), tooFar);
            move(new Position(position.shipped() + tooFar, position.dropped() + tooFar));
        }
    }

    /** Rows that were not in the table any more when their turn came. */
    private long missing(List<AuditRow> rows) {
        return rows.getLast().seq() - position.shipped() - rows.size();
    }

    private void move(Position next) {
        store.save(receiver.name(), next);
        position = next;
        changed.run();
    }

    private void recovered() {
        if (fault != null) {
            LOG.info("{} takes the audit record again", receiver.name());
            fault = null;
            changed.run();
        }
    }

    private void lost(Exception failure) {
        if (fault == null) {
            String words = Attempts.reason(failure);
            LOG.warn("{} does not take the audit record: {}", receiver.name(), words);
            fault = new Fault(Instant.now(), words);
            changed.run();
        }
    }
}
