package dev.bulkhead.operation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tracked action.
 *
 * @param id names it
 * @param verb what is done, as the API spells it: {@code start}, {@code powerOff}, …
 * @param target the id of what it is done to ({@link dev.bulkhead.common.InstanceId#toString()})
 * @param targetName what that was called when it was asked for; for the eye
 * @param actor who asked
 * @param state how far it is
 * @param requestedAt when it was asked for
 * @param startedAt when the engine was asked; null while it waits
 * @param endedAt null until it ended
 * @param errorKind {@link dev.bulkhead.engine.ErrorKind} by name when it failed; null otherwise
 * @param message the engine's own words when it failed, or what is worth knowing; null otherwise
 */
public record Operation(
        UUID id,
        String verb,
        String target,
        String targetName,
        String actor,
        OperationState state,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String errorKind,
        @Nullable String message) {}
