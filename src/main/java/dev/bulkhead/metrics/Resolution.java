package dev.bulkhead.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How finely the history is kept, and for how long. Each but the finest is made of the one before. */
enum Resolution {
    TICK(Duration.ofSeconds(10), Duration.ofHours(2), Duration.ofHours(1)),
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(14), Duration.ofDays(1)),
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(90), Duration.ofDays(7)),
    HOUR(Duration.ofHours(1), Duration.ofDays(730), Duration.ofDays(91));

    /** Points of a stretch whose edges may be cut off without being missed. */
    private static final int ENOUGH = 288;

    private final long step;
    private final long kept;
    private final long segment;

    Resolution(Duration step, Duration kept, Duration segment) {
        this.step = step.toSeconds();
        this.kept = kept.toSeconds();
        this.segment = segment.toSeconds();
    }

    /** Seconds from point to point. */
    long step() {
        return step;
    }

    /** Seconds that a point is kept at least. */
    long kept() {
        return kept;
    }

    /** Seconds that lie in one table. A whole table is what is sorted and, in the end, dropped. */
    long segment() {
        return segment;
    }

    /** This one first, the finest last. */
    List<Resolution> andFiner() {
        return Arrays.stream(values(), 0, ordinal() + 1)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The coarsest, but minutes at least, of which enough points make up that stretch; none that is not kept that long. */
    static Resolution summing(long from, long to, long now) {
        Resolution coarse = MINUTE;
        for (Resolution resolution : values()) {
            if (resolution.step * ENOUGH <= to - from) {
                coarse = resolution;
            }
        }
        Resolution kept = of(from, now);
        Resolution needed = kept.compareTo(coarse) > 0 ? kept : coarse;
        return needed == TICK ? MINUTE : needed;
    }

    /** The finest that still has what was at {@code from}. */
    static Resolution of(long from, long now) {
        for (Resolution resolution : values()) {
            if (now - from <= resolution.kept) {
                return resolution;
            }
        }
        return HOUR;
    }
}
