package dev.bulkhead.alert.send;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.common.Attempts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps one target informed, on a thread of its own. It asks the table what the target does not know yet: so nobody waits for a target
 * that takes nothing, a restart tells nothing twice, and what is over before it could be told is not told.
 */
final class Messenger implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final int PORTION = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** In case muted hours have ended. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Target target;
    private final Sender sender;
    private final ToldStore store;
    private final Supplier<LocalTime> clock;
    private final Runnable changed;
    private final Attempts attempts;
    private volatile boolean testWanted;
    private volatile @Nullable Instant toldAt;
    private volatile @Nullable Fault fault;

    /**
     * @param clock the time of day, for muted hours
     * @param firstPause how long it waits after a failure; each time twice as long, five minutes at most
     * @param changed told when the status changes
     */
    Messenger(
            Target target,
            Sender sender,
            ToldStore store,
            Supplier<LocalTime> clock,
            Duration firstPause,
            Runnable changed) {
        this.target = target;
        this.sender = sender;
        this.store = store;
        this.clock = clock;
        this.changed = changed;
        this.attempts = new Attempts(LOOK_AGAIN, firstPause, LONGEST_PAUSE);
    }

    private record Fault(Instant since, String words) {}

    TargetStatus status() {
        Fault now = fault;
        return new TargetStatus(
                target.id(),
                target.name(),
                target.form(),
                target.shown(),
                target.enabled(),
                target.muted(),
                isMuted(),
                toldAt,
                now == null ? null : now.since(),
                now == null ? null : now.words());
    }

    Target target() {
        return target;
    }

    /** There may be something to tell. */
    void wake() {
        attempts.wake();
    }

    /** Sends a test message, muted or not; what becomes of it the status tells. */
    void test() {
        testWanted = true;
        attempts.hurry();
    }

    void end() {
        attempts.end();
    }

    @Override
    public void run() {
        try (sender) {
            attempts.run(this::deliver);
        }
    }

    /** @return false when the target, or the database, takes nothing now */
    private boolean deliver() {
        boolean test = testWanted;
        testWanted = false;
        try {
            if (test) {
                send(Message.TEST);
            }
            if (target.enabled() && !isMuted()) {
                tellAll();
            }
            return true;
        } catch (IOException | DataAccessException failed) {
            lost(failed);
            return false;
        }
    }

    private void tellAll() throws IOException {
        while (!attempts.isEnded()) {
            List<Alert> news = store.news(target.id(), PORTION);
            List<Alert> ends = store.ends(target.id(), PORTION);
            if (news.isEmpty() && ends.isEmpty()) {
                return;
            }
            Message message = new Message(news, ends);
            send(message);
            store.told(target.id(), message);
        }
    }

    private void send(Message message) throws IOException {
        sender.send(message);
        toldAt = Instant.now();
        if (fault != null) {
            LOG.info("Alert target {} takes messages again", target.id());
            fault = null;
        }
        changed.run();
    }

    private boolean isMuted() {
        MutedHours muted = target.muted();
        return muted != null && muted.contains(clock.get());
    }

    private void lost(Exception failure) {
        String shown = Attempts.reason(failure);
        Fault before = fault;
        if (before == null) {
            LOG.warn("Alert target {} takes no messages: {}", target.id(), shown);
        }
        fault = new Fault(before == null ? Instant.now() : before.since(), shown);
        changed.run();
    }
}
