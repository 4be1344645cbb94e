package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an engine was asked something.
 *
 * @param product what the engine is called
 * @param at when it answered last; null when it has not yet
 * @param reason why there is nothing of it, or nothing new, in the engine's or the system's words; null when there is
 */
public record Asked(
        EngineId engine,
        String product,
        @Nullable Instant at,
        @Nullable String reason) {

    static Asked of(EngineStatus engine, EngineAnswers.@Nullable Reading<?> reading) {
        return new Asked(
                engine.id(),
                engine.product(),
                reading == null ? null : reading.at(),
                reading == null ? null : reading.reason());
    }

    /** Whether something is missing: it has not answered yet, or does not any more. */
    public boolean isSilent() {
        return at == null || reason != null;
    }
}
