package dev.bulkhead.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one rule has seen of one subject. Pure arithmetic: time is told by a clock that nobody can set, so that a step of the wall clock
 * fires and clears nothing.
 *
 * @param firing whether it is an alert now
 * @param since when the readings began that, in a row, would change that; null while the last one would not
 * @param last when the last reading was; null before the first
 */
record Watch(
        boolean firing, @Nullable Duration since, @Nullable Duration last) {

    static final Watch NEW = new Watch(false, null, null);

    /** An alert that fired before this server started. */
    static final Watch FIRING = new Watch(true, null, null);

    /**
     * After one more reading.
     *
     * @param now when it was read
     * @param gap how far it may be from the last; of what lies further back nothing is known, and the time is counted anew
     */
    Watch read(Rule rule, double value, Duration now, Duration gap) {
        boolean turns = firing ? rule.isGood(value) : rule.isBad(value);
        return turns ? turning(firing ? rule.clearFor() : rule.holdFor(), now, gap) : new Watch(firing, null, now);
    }

    /** After a look that did not find the subject any more, though it would have been found: if that goes on, the alert is over. */
    Watch missed(Duration patience, Duration now, Duration gap) {
        return turning(patience, now, gap);
    }

    private Watch turning(Duration needed, Duration now, Duration gap) {
        Duration began = since == null || last == null || now.minus(last).compareTo(gap) > 0 ? now : since;
        return now.minus(began).compareTo(needed) >= 0 ? new Watch(!firing, null, now) : new Watch(firing, began, now);
    }

    /** It should have turned and could not: the next reading turns it. */
    Watch held(Duration now) {
        return new Watch(firing, since, now);
    }

    /** For how long the readings have been so. */
    Duration lasted(Duration now) {
        return since == null ? Duration.ZERO : now.minus(since);
    }

    /** Whether there is nothing to remember. */
    boolean isIdle() {
        return !firing && since == null;
    }
}
