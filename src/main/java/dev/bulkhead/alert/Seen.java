package dev.bulkhead.alert;

import org.jspecify.annotations.Nullable;

/** One thing that rules look at, as it is at one tick. */
interface Seen {

    Subject subject();

    boolean isIn(Place place);

    /** Null where there is no such number now: nothing is concluded from that. */
    @Nullable
    Reading read(Signal signal);

    /**
     * One number.
     *
     * @param value in the unit of the signal
     * @param detail what was measured in words; "" where the number says all
     */
    record Reading(double value, String detail) {

        static Reading of(boolean yes, String detail) {
            return new Reading(yes ? 1 : 0, yes ? detail : "");
        }
    }
}
