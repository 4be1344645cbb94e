package dev.bulkhead.access;

import dev.bulkhead.access.AccessEvent.Kind;
import java.util.UUID;

/**
 * What the record says of a change of people and rights.
 *
 * @param verb as {@code grant.give}
 * @param target id of what is changed
 * @param targetName what that is called
 * @param detail what is changed of it; "" where the verb says all
 */
public record AccessChange(String verb, String target, String targetName, String detail) {

    static AccessChange of(String verb, String name) {
        return new AccessChange(verb, "", name, "");
    }

    public static AccessChange of(String verb, UUID target, String name, String detail) {
        return new AccessChange(verb, target.toString(), name, detail);
    }

    /** Of a right that is given or taken. */
    static AccessChange of(String verb, AccessModel model, Subject subject, String role, Scope scope) {
        return of(verb, subject.id(), name(model, subject), role + " for " + place(model, scope));
    }

    AccessEvent event(Origin origin, Kind kind) {
        return new AccessEvent(origin, verb, kind, target, targetName, detail);
    }

    AccessEvent failed(Origin origin, String why) {
        return new AccessEvent(origin, verb, Kind.FAILED, target, targetName, why);
    }

    private static String name(AccessModel model, Subject subject) {
        return switch (subject.kind()) {
            case USER -> model.person(subject.id()).map(Person::name).orElse("");
            case GROUP -> model.group(subject.id()).map(Group::name).orElse("");
        };
    }

    private static String place(AccessModel model, Scope scope) {
        return switch (scope) {
            case Scope.Installation all -> "everything";
            case Scope.OnHost on -> "host " + on.host();
            case Scope.InProject in ->
                "project " + model.project(in.project()).map(Project::name).orElse(in.id());
            case Scope.OnInstance on -> "instance " + on.instance();
        };
    }
}
