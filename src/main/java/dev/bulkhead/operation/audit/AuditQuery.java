package dev.bulkhead.operation.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows, newest first.
 *
 * @param actors only of these; empty for all
 * @param verbs only these; empty for all
 * @param outcomes only these; empty for all
 * @param target only of the target with this id, or of those whose name has this in it, in whatever case; "" for all
 * @param from none before
 * @param until none at or after
 */
public record AuditQuery(
        Set<String> actors,
        Set<String> verbs,
        Set<AuditOutcome> outcomes,
        String target,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditQuery ALL = new AuditQuery(Set.of(), Set.of(), Set.of(), "", null, null);

    public AuditQuery {
        actors = Set.copyOf(actors);
        verbs = Set.copyOf(verbs);
        outcomes = Set.copyOf(outcomes);
    }
}
