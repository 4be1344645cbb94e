package dev.bulkhead.docker;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times as the engine writes them. */
final class EngineTime {

    private EngineTime() {}

    /** Null for the year 1, which is how Go writes "never", and for what is no time. */
    static @Nullable Instant parse(JsonNode text) {
        try {
            Instant time = OffsetDateTime.parse(text.asString("")).toInstant();
            return time.isAfter(Instant.EPOCH) ? time : null;
        } catch (DateTimeParseException unknown) {
            return null;
        }
    }

    /** A count of seconds, as lists have it; null for 0 and for what is no number. */
    static @Nullable Instant ofSeconds(JsonNode seconds) {
        long value = seconds.asLong(0);
        return value <= 0 || value > Instant.MAX.getEpochSecond() ? null : Instant.ofEpochSecond(value);
    }
}
