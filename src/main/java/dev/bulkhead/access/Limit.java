package dev.bulkhead.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * To what a token narrows the rights of its owner.
 *
 * @param permissions those that it may use
 * @param scope where
 */
public record Limit(Set<Permission> permissions, Scope scope) {

    /** Leaves the owner's rights as they are. */
    public static final Limit NONE = new Limit(EnumSet.allOf(Permission.class), Scope.INSTALLATION);

    public Limit {
        permissions = Set.copyOf(permissions);
    }
}
