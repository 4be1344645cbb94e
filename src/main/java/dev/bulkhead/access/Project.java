package dev.bulkhead.access;

import java.util.UUID;

/**
 * The group of instances that grants apply to. Each instance is in exactly one.
 *
 * @param id names it
 * @param name for people, unique
 */
public record Project(UUID id, String name) {

    /** Holds every instance that was not put elsewhere. */
    public static final UUID DEFAULT = new UUID(0, 0);
}
