package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Change;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one connection's events from the process-wide loop, which must never wait, to the subscribers, on a thread of the
 * connection's own: a slow subscriber holds up no other engine.
 */
final class EventHub {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    /** More than a subscriber needs to keep in step; beyond it a hint to list all again says as much. */
    private static final int CAPACITY = 4096;

    private final BlockingQueue<Optional<Change>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final CopyOnWriteArrayList<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile @Nullable Change last;
    private volatile boolean ended;

    /**
     * Starts the thread.
     *
     * @param afterwards run on the hub's thread when all was told
     */
    EventHub(String name, Runnable afterwards) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            deliver();
            afterwards.run();
        });
    }

    void start() {
        thread.start();
    }

    /** Takes one on the event loop's thread; never blocks. */
    void publish(Change change) {
        if (!queue.offer(Optional.of(change))) {
            overflowed.set(true);
        }
    }

    /** Tells {@code change} after all that was published, and ends; without one, tells nothing more. Only the first call counts. */
    void end(@Nullable Change change) {
        synchronized (listeners) {
            if (ended) {
                return;
            }
            last = change;
            ended = true;
            if (change == null) {
                listeners.clear();
            }
        }
        // Wakes the thread where it waits; where the queue is full, it does not wait.
        queue.offer(Optional.empty());
    }

    /** Adds a listener, unless the hub has ended. */
    boolean add(Consumer<Change> listener) {
        synchronized (listeners) {
            return !ended && listeners.add(listener);
        }
    }

    void remove(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    private void deliver() {
        try {
            while (!ended || !queue.isEmpty()) {
                Optional<Change> change = queue.take();
                if (overflowed.compareAndSet(true, false)) {
                    tell(new Change.AllChanged());
                }
                change.ifPresent(this::tell);
            }
        } catch (InterruptedException nobodyInterruptsUs) {
            LOG.warn("{} was interrupted and ends", thread.getName());
        }
        Change farewell = last;
        if (farewell != null) {
            tell(farewell);
        }
        listeners.clear();
    }

    private void tell(Change change) {
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException fault) {
                LOG.error("A subscriber of {} failed", thread.getName(), fault);
            }
        }
    }
}
