package dev.bulkhead.capacity;

import dev.bulkhead.common.EngineId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be had back, as far as the caller may see it.
 *
 * @param found by kind, the largest first, then what has no known size
 * @param engines how far each engine was asked
 */
public record Leftovers(List<Leftover> found, List<Asked> engines) {

    public Leftovers {
        found = List.copyOf(found);
        engines = List.copyOf(engines);
    }

    /** In bytes, of what has a known size. */
    public double total() {
        return found.stream().flatMapToDouble(one -> one.known().stream()).sum();
    }

    /**
     * @param product what the engine is called
     * @param at when it answered last; null when it has not yet
     * @param reason why there is nothing of it, in the engine's or the system's words; null when there is
     */
    public record Asked(
            EngineId engine,
            String product,
            @Nullable Instant at,
            @Nullable String reason) {}
}
