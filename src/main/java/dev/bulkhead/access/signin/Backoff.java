package dev.bulkhead.access.signin;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long each source of failures has to wait: nothing for the first few, then a second, and twice as long after each further one. An
 * hour without a failure makes up for all. Remembers only so many sources; the one that was quiet for longest goes first.
 */
final class Backoff<K> {

    static final int MOST_SOURCES = 10_000;

    private static final long FORGOTTEN_NANOS = Duration.ofHours(1).toNanos();
    private static final int LARGEST_SHIFT = 30;

    private final int free;
    private final long longestNanos;
    private final LongSupplier nanoTime;
    private final Map<K, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param free so many failures cost nothing
     * @param longest wait after one
     */
    Backoff(int free, Duration longest, LongSupplier nanoTime) {
        this.free = free;
        this.longestNanos = longest.toNanos();
        this.nanoTime = nanoTime;
    }

    private record Failures(int count, long latest) {}

    /** How long from now; zero for not at all. */
    synchronized Duration left(K source) {
        Failures known = failures.get(source);
        if (known == null) {
            return Duration.ZERO;
        }
        long passed = nanoTime.getAsLong() - known.latest;
        if (passed >= FORGOTTEN_NANOS) {
            failures.remove(source);
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, wait(known.count) - passed));
    }

    synchronized void failed(K source) {
        long now = nanoTime.getAsLong();
        Failures known = failures.get(source);
        int before = known == null || now - known.latest >= FORGOTTEN_NANOS ? 0 : known.count;
        failures.put(source, new Failures(before + 1, now));
        if (failures.size() > MOST_SOURCES) {
            Iterator<K> quietest = failures.keySet().iterator();
            quietest.next();
            quietest.remove();
        }
    }

    synchronized void forgive(K source) {
        failures.remove(source);
    }

    synchronized int size() {
        return failures.size();
    }

    private long wait(int count) {
        if (count < free) {
            return 0;
        }
        long seconds = 1L << Math.min(count - free, LARGEST_SHIFT);
        return Math.min(longestNanos, Duration.ofSeconds(seconds).toNanos());
    }
}
