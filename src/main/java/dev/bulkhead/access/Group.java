package dev.bulkhead.access;

import java.util.Set;
import java.util.UUID;

/**
 * Persons who are given rights together.
 *
 * @param id names it
 * @param name for people, unique
 * @param members ids of persons
 */
public record Group(UUID id, String name, Set<UUID> members) {
    public Group {
        members = Set.copyOf(members);
    }
}
