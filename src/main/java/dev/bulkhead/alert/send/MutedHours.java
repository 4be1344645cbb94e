package dev.bulkhead.alert.send;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * When a target is not told anything, each day, in the server's time zone. What still fires afterwards it is told then.
 *
 * @param from the first moment
 * @param until the first moment that is not; before {@code from} where midnight lies between
 */
public record MutedHours(LocalTime from, LocalTime until) {

    MutedHours toTheMinute() {
        return new MutedHours(from.truncatedTo(ChronoUnit.MINUTES), until.truncatedTo(ChronoUnit.MINUTES));
    }

    public boolean contains(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }
}
