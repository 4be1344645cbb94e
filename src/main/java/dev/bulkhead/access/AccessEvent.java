package dev.bulkhead.access;

import java.util.Locale;

/**
 * Something that happened at the door, or was done to users and their rights. Published before it is done, or at once when it was
 * refused; who listens puts it on record, and what cannot be put on record throws and so is not done.
 *
 * @param origin who, and from where
 * @param verb {@code sign-in}, {@code sign-out}, {@code set-up}, or the permission that was asked for
 * @param kind how it went
 * @param detail how and why, without secrets; "" for nothing
 */
public record AccessEvent(Origin origin, String verb, Kind kind, String detail) {

    /** How it went. */
    public enum Kind {
        /** Is about to be done. */
        DONE,
        /** Not allowed; anybody can cause as many of these as they like. */
        REFUSED,
        /** Has happened, and cannot be helped any more. */
        PAST
    }

    /** Somebody lacks a right. */
    static AccessEvent refused(Origin origin, Permission permission) {
        String verb = permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new AccessEvent(origin, verb, Kind.REFUSED, "not allowed");
    }
}
