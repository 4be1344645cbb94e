package dev.bulkhead.capacity;

import java.time.Duration;
import java.util.List;

/**
 * Limits that do not suit, and what that is known from.
 *
 * @param proposals one for each limit; an instance may have two
 * @param measured how many instances there is a day of history of, or more: nothing is said of the others
 * @param longest the longest history of any
 */
public record RightSizes(List<Proposal> proposals, int measured, Duration longest) {
    public RightSizes {
        proposals = List.copyOf(proposals);
    }
}
