package dev.bulkhead.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alert, from when it fired, with the numbers that made it one.
 *
 * @param id names it
 * @param rule the rule's id; that may be gone or another one by now
 * @param ruleName what the rule was called
 * @param signal what was looked at
 * @param above whether it was too much; else too little
 * @param threshold that it was at or beyond
 * @param subject what it is about
 * @param firedAt by the wall clock
 * @param value the reading that fired it
 * @param lasted for how long readings had been so by then
 * @param detail what was measured in words, as {@code 3.9 GiB of 4 GiB}; "" where the number says all
 * @param end how it ended; null while it fires
 */
public record Alert(
        UUID id,
        UUID rule,
        String ruleName,
        Signal signal,
        boolean above,
        double threshold,
        Subject subject,
        Instant firedAt,
        double value,
        Duration lasted,
        String detail,
        @Nullable End end) {

    /**
     * How an alert ended.
     *
     * @param at by the wall clock
     * @param why for what reason
     * @param value the reading that cleared it; null where none did
     */
    public record End(Instant at, Why why, @Nullable Double value) {}

    /** Why an alert is over. */
    public enum Why {
        /** What it was about is well again. */
        CLEARED,
        /** What it was about is no more. */
        GONE,
        /** Its rule was turned off, deleted, or is about something else now. */
        RULE
    }

    public boolean isFiring() {
        return end == null;
    }

    Alert ended(End how) {
        return new Alert(id, rule, ruleName, signal, above, threshold, subject, firedAt, value, lasted, detail, how);
    }
}
