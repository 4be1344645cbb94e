package dev.bulkhead.access;

import java.util.Set;
import java.util.UUID;

/** Grants that are to be given, or taken back: what {@link EffectiveAccessService#preview} tells the outcome of. */
public sealed interface GrantChange {

    /** A role for each of the subjects at each of the scopes. */
    record Give(Set<Subject> subjects, String role, Set<Scope> scopes) implements GrantChange {
        public Give {
            subjects = Set.copyOf(subjects);
            scopes = Set.copyOf(scopes);
        }
    }

    /** Grants, by id. */
    record Take(Set<UUID> grants) implements GrantChange {
        public Take {
            grants = Set.copyOf(grants);
        }
    }
}
