package dev.bulkhead.access;

import java.util.Locale;

/**
 * Something that happened at the door, or is done to people and their rights. Who listens puts it on record.
 *
 * @param origin who, and from where
 * @param verb {@code sign-in}, {@code grant.give}, or the permission that was asked for and refused
 * @param kind how far it came
 * @param target id of what it is done to; "" for nothing in particular
 * @param targetName what that is called
 * @param detail how and why, without secrets; "" for nothing
 */
public record AccessEvent(Origin origin, String verb, Kind kind, String target, String targetName, String detail) {

    /** How far it came. */
    public enum Kind {
        /** Is about to be done. What cannot be put on record throws, and so is not done. */
        INTENT,
        DONE,
        FAILED,
        /** Not allowed; anybody can cause as many of these as they like. */
        REFUSED
    }

    /** Done to nothing in particular. */
    static AccessEvent of(Origin origin, String verb, Kind kind, String detail) {
        return new AccessEvent(origin, verb, kind, "", "", detail);
    }

    /** Somebody lacks a right. */
    static AccessEvent refused(Origin origin, Permission permission) {
        String verb = permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return of(origin, verb, Kind.REFUSED, "not allowed");
    }
}
