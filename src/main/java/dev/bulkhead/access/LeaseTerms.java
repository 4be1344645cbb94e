package dev.bulkhead.access;

import java.time.Duration;

/**
 * How long what is in a project may stay without somebody's asking for more.
 *
 * @param time from when it comes into the project, or is renewed, in whole hours
 * @param end what becomes of it then
 * @param grace for how long it stays stopped before it is deleted; of no meaning where it is not
 */
public record LeaseTerms(Duration time, End end, Duration grace) {

    /** What becomes of an instance whose lease is over. */
    public enum End {
        /** It is stopped, and nothing is lost. */
        STOP,
        /** It is stopped, and deleted with its disks after the grace. */
        DELETE
    }

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** @throws IllegalArgumentException for less than an hour or more than ten years */
    public LeaseTerms {
        if (isOutside(time) || (end == End.DELETE && isOutside(grace))) {
            throw new IllegalArgumentException("A lease, and the grace before deletion, last one hour to ten years");
        }
    }

    private static boolean isOutside(Duration duration) {
        return duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0;
    }
}
