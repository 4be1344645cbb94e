package dev.bulkhead.common;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Does one thing again and again on the thread that runs it, as bringing a receiver up to date: at once when there is news, else after a
 * while; after a failure once a pause is over, and each pause is twice as long as the one before. News do not shorten a pause.
 */
public final class Attempts {

    private final Duration idle;
    private final Duration first;
    private final Duration longest;
    private final Semaphore signal = new Semaphore(1);
    private volatile boolean hurried;
    private volatile boolean ended;

    /**
     * @param idle how long it waits for news at most
     * @param first how long it waits after a failure
     * @param longest how long it waits after many at most
     */
    public Attempts(Duration idle, Duration first, Duration longest) {
        this.idle = idle;
        this.first = first;
        this.longest = longest;
    }

    /** Any thread: there is news. */
    public void wake() {
        signal.release();
    }

    /** Any thread: the next attempt is now, whatever became of the last. */
    public void hurry() {
        hurried = true;
        signal.release();
    }

    /** Any thread: {@link #run} returns once the attempt that is under way is over. */
    public void end() {
        ended = true;
        signal.release();
    }

    public boolean isEnded() {
        return ended;
    }

    /**
     * Returns after {@link #end}, or with the interrupt flag set when the thread was interrupted.
     *
     * @param attempt false when it failed
     */
    public void run(BooleanSupplier attempt) {
        Duration pause = first;
        try {
            while (!ended) {
                hurried = false;
                if (attempt.getAsBoolean()) {
                    pause = first;
                    await(idle);
                } else {
                    rest(pause);
                    Duration twice = pause.multipliedBy(2);
                    pause = twice.compareTo(longest) < 0 ? twice : longest;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an attempt failed by, in a line. The message alone: what is behind it may hold an address, which may be a secret. */
    public static String reason(Exception failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure instanceof ConnectException
                    ? "no connection"
                    : failure.getClass().getSimpleName();
        }
        return message.lines().findFirst().orElse("").strip();
    }

    private void await(Duration most) throws InterruptedException {
        if (signal.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            signal.drainPermits();
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !ended && !hurried; left = until - System.nanoTime()) {
            await(Duration.ofNanos(left));
        }
    }
}
