package dev.bulkhead.common;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task after signals, the first at once, those that follow no oftener than the gap allows; many signals in between make one
 * run. The task never runs twice at a time, and always once more after the last signal.
 */
public final class Pace implements AutoCloseable {

    /** How often a page or stream is brought up to date at most: four times a second. */
    public static final Duration LIVE = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("pace").factory());
    private static final Executor RUNNER = Executors.newVirtualThreadPerTaskExecutor();

    private final long gapNanos;
    private final Runnable task;
    private boolean scheduled;
    private boolean running;
    private boolean again;
    private boolean closed;
    private long lastStart;

    public Pace(Duration gap, Runnable task) {
        this.gapNanos = gap.toNanos();
        this.task = task;
        this.lastStart = System.nanoTime() - gapNanos;
    }

    /** Returns at once; the task runs on a virtual thread. */
    public synchronized void signal() {
        if (closed || scheduled) {
            return;
        }
        if (running) {
            again = true;
            return;
        }
        schedule();
    }

    private void schedule() {
        scheduled = true;
        long wait = lastStart + gapNanos - System.nanoTime();
        if (wait <= 0) {
            RUNNER.execute(this::run);
        } else {
            CLOCK.schedule(() -> RUNNER.execute(this::run), wait, TimeUnit.NANOSECONDS);
        }
    }

    private void run() {
        synchronized (this) {
            scheduled = false;
            if (closed) {
                return;
            }
            running = true;
            lastStart = System.nanoTime();
        }
        try {
            task.run();
        } catch (RuntimeException bug) {
            // The next signal may find better luck; nobody is above this thread to tell.
            LOG.error("What was to run after a signal failed", bug);
        } finally {
            finished();
        }
    }

    private synchronized void finished() {
        running = false;
        if (again && !closed) {
            again = false;
            schedule();
        }
    }

    /** No run begins after this; one under way ends by itself. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
