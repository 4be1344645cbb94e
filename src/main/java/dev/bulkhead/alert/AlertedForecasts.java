package dev.bulkhead.alert;

import dev.bulkhead.common.HostId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where alerts learn when a host fills up. Answers from memory. */
public interface AlertedForecasts {

    /** Of storage, of the place that is full first. Empty while too little is known to say anything. */
    Optional<Forecast> of(HostId host, Supply supply);

    /** What there is only so much of. */
    enum Supply {
        MEMORY,
        STORAGE
    }

    /**
     * How it goes on at this pace.
     *
     * @param where which part of it fills up first, by its name; "" where it is all of it, or none does
     * @param full when it is full; null where it does not fill up, as far as can be told
     * @param earliest and latest: between them with 95 % confidence; null as {@code full}
     * @param days how many days are known
     */
    record Forecast(
            String where,
            @Nullable Instant full,
            @Nullable Instant earliest,
            @Nullable Instant latest,
            int days) {}
}
