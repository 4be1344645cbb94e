package dev.bulkhead.operation.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Bounds what strangers can make the record grow by: of what anybody can cause at will, the first few in a minute of one kind and from
 * one address are written as they are, the others as one row with their number.
 */
final class AuditThrottle {

    static final int IN_FULL = 10;
    static final int MOST_SOURCES = 200;
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<Source, Window> windows = new HashMap<>();

    AuditThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Source(String verb, String address) {}

    private static final class Window {
        private final long began;
        private final AuditEntry first;
        private int count;

        Window(long began, AuditEntry first) {
            this.began = began;
            this.first = first;
        }
    }

    /** Whether this one is to be written as it is. */
    synchronized boolean admits(AuditEntry entry) {
        String address = entry.origin().address();
        Source source = new Source(entry.verb(), address == null ? "" : address);
        if (!windows.containsKey(source) && windows.size() >= MOST_SOURCES) {
            source = new Source("", "");
        }
        Window window = windows.computeIfAbsent(source, unseen -> new Window(nanoTime.getAsLong(), entry));
        window.count++;
        return window.count <= IN_FULL;
    }

    /** A row for each minute that is over and had more than were written. */
    synchronized List<AuditEntry> summaries() {
        long now = nanoTime.getAsLong();
        List<AuditEntry> summaries = new ArrayList<>();
        windows.values().removeIf(window -> {
            boolean over = now - window.began >= WINDOW_NANOS;
            if (over && window.count > IN_FULL) {
                summaries.add(summary(window.first, window.count - IN_FULL));
            }
            return over;
        });
        return summaries;
    }

    /** Of whichever names and addresses: those of the first stand in the rows in full. */
    private static AuditEntry summary(AuditEntry first, int more) {
        return new AuditEntry(
                Instant.now(),
                first.origin(),
                first.verb(),
                AuditTarget.NONE,
                first.outcome(),
                null,
                "and %d more within a minute, of any names".formatted(more));
    }
}
