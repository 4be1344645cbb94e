package dev.bulkhead.operation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operations to list, newest first.
 *
 * @param states only these; empty for all
 * @param target only of this target; null for all
 * @param offset how many to skip
 * @param limit how many at most, 1 to 500
 */
public record OperationQuery(
        Set<OperationState> states, @Nullable String target, int offset, int limit) {
    public OperationQuery {
        states = Set.copyOf(states);
        if (offset < 0 || limit < 1 || limit > 500) {
            throw new IllegalArgumentException("offset must be 0 or more and limit 1 to 500");
        }
    }

    public static OperationQuery newest(int limit) {
        return new OperationQuery(Set.of(), null, 0, limit);
    }
}
