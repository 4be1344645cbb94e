package dev.bulkhead.metrics.ui;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to an instance, as charts mark it.
 *
 * @param words what it was, and by whom where that is known
 * @param trouble whether it is worth looking into
 */
public record Mark(Instant at, String words, boolean trouble) {

    /** Where charts learn what to mark. */
    @FunctionalInterface
    public interface Source {

        /** The earliest first. */
        List<Mark> between(Instant from, Instant to);
    }
}
