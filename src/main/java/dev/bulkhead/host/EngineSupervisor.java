package dev.bulkhead.host;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one engine: probes it every few seconds, subscribes to its events, and after a loss tries again with growing pauses. Logs
 * an outage once when it begins and once when it ends.
 */
final class EngineSupervisor implements AutoCloseable {

    /** With the probe's deadline, a hung engine is noticed within 7 s; the promise is 10. */
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration SUBSCRIBE_DEADLINE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);

    private final EngineHandle handle;
    private final List<EngineListener> listeners;
    private final Runnable statusChanged;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;

    private volatile EngineStatus status;
    private volatile boolean eventsLost;
    private volatile @Nullable Events events;
    private Changes.@Nullable Subscription subscription;
    private Duration pause = FIRST_PAUSE;

    EngineSupervisor(
            EngineHandle handle, EngineSettings settings, List<EngineListener> listeners, Runnable statusChanged) {
        this.handle = handle;
        this.listeners = listeners;
        this.statusChanged = statusChanged;
        this.status = new EngineStatus(
                handle.id(), handle.host(), settings, EngineHealth.CONNECTING, Instant.now(), null, null, null);
        this.thread = Thread.ofVirtual().name("supervisor-" + handle.id()).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    EngineStatus status() {
        return status;
    }

    EngineHandle handle() {
        return handle;
    }

    /** Tries now instead of at the end of the pause. */
    void retryNow() {
        wake.release();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            rest(status.health() == EngineHealth.DOWN ? nextPause() : INTERVAL);
        }
    }

    private void look() {
        try {
            EngineInfo info = handle.probe();
            if (eventsLost) {
                lost(new EngineException(ErrorKind.UNREACHABLE, handle.id(), "Its stream of events broke"));
            }
            if (!status.isUp()) {
                subscribe();
                up(info);
            } else if (!info.equals(status.info())) {
                set(EngineHealth.UP, info, null);
            }
        } catch (EngineException fault) {
            lost(fault);
        } catch (RuntimeException bug) {
            // A bug in one adapter must not end the watch over its engine.
            LOG.error("Engine {}: its probe failed unexpectedly", handle.id(), bug);
            lost(new EngineException(ErrorKind.INTERNAL, handle.id(), String.valueOf(bug.getMessage()), bug));
        }
    }

    /** Always anew after a loss: an old subscription may look alive and be deaf. */
    private void subscribe() {
        unsubscribe();
        Events listener = new Events();
        events = listener;
        eventsLost = false;
        subscription = handle.read(
                        SUBSCRIBE_DEADLINE, engine -> engine.changes().map(changes -> changes.subscribe(listener)))
                .orElse(null);
    }

    private void unsubscribe() {
        Changes.Subscription old = subscription;
        subscription = null;
        if (old != null) {
            // Off this thread: closing may talk to an engine that hangs.
            Thread.ofPlatform().daemon().name("unsubscribe-" + handle.id()).start(old::close);
        }
    }

    private void up(EngineInfo info) {
        LOG.info("Engine {} answers: {} {}", handle.id(), info.product(), info.version());
        pause = FIRST_PAUSE;
        set(EngineHealth.UP, info, null);
        listeners.forEach(listener -> listener.engineUp(handle));
    }

    private void lost(EngineException fault) {
        EngineHealth health = fault.kind() == ErrorKind.TIMEOUT || fault.kind() == ErrorKind.LIMIT
                ? EngineHealth.NOT_RESPONDING
                : EngineHealth.DOWN;
        boolean begins = status.isUp() || status.health() == EngineHealth.CONNECTING;
        if (!begins && health == status.health() && fault.kind() == status.faultKind()) {
            return;
        }
        if (begins) {
            LOG.warn("Engine {} is lost ({}): {}", handle.id(), fault.kind(), fault.getMessage());
        }
        set(health, status.info(), fault);
        if (begins) {
            unsubscribe();
            listeners.forEach(listener -> listener.engineLost(handle, status));
        }
    }

    private void set(EngineHealth health, @Nullable EngineInfo info, @Nullable EngineException fault) {
        EngineStatus before = status;
        // From "down" to "not responding" and back is one outage, which began when it began.
        boolean sameOutage = fault != null && before.fault() != null;
        Instant since = health == before.health() || sameOutage ? before.since() : Instant.now();
        status = new EngineStatus(
                before.id(),
                before.host(),
                before.settings(),
                health,
                since,
                info,
                fault == null ? null : fault.kind(),
                fault == null ? null : fault.getMessage());
        statusChanged.run();
    }

    private Duration nextPause() {
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        return now.plusMillis(ThreadLocalRandom.current().nextLong(200));
    }

    private void rest(Duration duration) {
        try {
            if (wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        unsubscribe();
        handle.close();
    }

    /** One a subscription, so that a late word of an old one is not taken for the new one's. */
    private final class Events implements Consumer<Change> {

        @Override
        public void accept(Change change) {
            if (this != events) {
                return;
            }
            if (change instanceof Change.Lost) {
                eventsLost = true;
                retryNow();
            } else {
                listeners.forEach(listener -> listener.changed(handle, change));
            }
        }
    }
}
