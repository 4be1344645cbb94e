package dev.bulkhead.alert.send;

import dev.bulkhead.alert.Alert;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Duration firstPause;
    private final Runnable changed;
    private final Semaphore signal = new Semaphore(1);
    private volatile boolean testWanted;
    private volatile boolean ended;
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
        this.firstPause = firstPause;
        this.changed = changed;
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
        signal.release();
    }

    /** Sends a test message, muted or not; what becomes of it the status tells. */
    void test() {
        testWanted = true;
        signal.release();
    }

    void end() {
        ended = true;
        signal.release();
    }

    @Override
    public void run() {
        Duration pause = firstPause;
        try (sender) {
            while (!ended) {
                if (deliver()) {
                    pause = firstPause;
                    await(LOOK_AGAIN);
                } else {
                    rest(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Duration longest) throws InterruptedException {
        if (signal.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    /** News do not make it come back to a target that failed; a test does. */
    private void rest(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !ended && !testWanted; left = until - System.nanoTime()) {
            await(Duration.ofNanos(left).plusMillis(1));
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
        while (!ended) {
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
        // The message alone: what is behind it may hold an address, which may be a secret.
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String shown = words.lines().findFirst().orElse("").strip();
        Fault before = fault;
        if (before == null) {
            LOG.warn("Alert target {} takes no messages: {}", target.id(), shown);
        }
        fault = new Fault(before == null ? Instant.now() : before.since(), shown);
        changed.run();
    }
}
