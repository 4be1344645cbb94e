package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was written down of one console.
 *
 * @param id names it for ever
 * @param instance what the console led to
 * @param instanceName as it was then
 * @param kind the way in
 * @param startedBy who wanted it; who opened the console, when policy did
 * @param startedAt when
 * @param endedAt null while it goes on
 * @param bytes of its file; while it goes on, as of the last look
 * @param watchers who was in the console meanwhile, separated by commas
 */
public record Recording(
        UUID id,
        InstanceId instance,
        String instanceName,
        ConsoleKind kind,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        long bytes,
        String watchers) {

    /** How long it is, or has become by {@code now}. */
    public Duration length(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt);
    }

    /** Ending of its file's name: asciicast v2, or a timed log of RFB, compressed. */
    public String extension() {
        return kind.isTerminal() ? ".cast" : ".rfb.gz";
    }

    Recording ended(Instant at, long size, String present) {
        return new Recording(id, instance, instanceName, kind, startedBy, startedAt, at, size, present);
    }
}
