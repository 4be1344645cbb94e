package dev.bulkhead.access;

import java.util.UUID;

/**
 * Who a right is given to.
 *
 * @param kind one person, or all who are in a group
 * @param id of the person or group
 */
public record Subject(Kind kind, UUID id) {

    /** What a subject may be. */
    public enum Kind {
        USER,
        GROUP
    }

    public static Subject user(UUID id) {
        return new Subject(Kind.USER, id);
    }

    public static Subject group(UUID id) {
        return new Subject(Kind.GROUP, id);
    }
}
