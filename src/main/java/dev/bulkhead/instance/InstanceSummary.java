package dev.bulkhead.instance;

import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import java.util.Map;

/**
 * How many there are.
 *
 * @param total of all
 * @param counts by kind and state; pairs that do not occur are absent
 * @param stale how many of them may not be true any more
 */
public record InstanceSummary(int total, Map<InstanceKind, Map<InstanceState, Integer>> counts, int stale) {

    public int of(InstanceKind kind) {
        return counts.getOrDefault(kind, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
