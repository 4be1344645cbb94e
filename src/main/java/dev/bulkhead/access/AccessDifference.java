package dev.bulkhead.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person gains or loses in one place. Not all that a grant says: what is held by another grant as well is neither.
 *
 * @param person who
 * @param scope where
 * @param gained in the order of {@link Permission}
 * @param lost likewise
 */
public record AccessDifference(Person person, Scope scope, Set<Permission> gained, Set<Permission> lost) {

    /** Compares who may do what before and after a change that was not made; by person, in the order of the scopes' levels. */
    static List<AccessDifference> of(AccessModel before, GrantChange change) {
        List<Grant> changed = changed(before, change);
        List<Grant> grants = new ArrayList<>(before.grants());
        switch (change) {
            case GrantChange.Give given -> grants.addAll(changed);
            case GrantChange.Take taken -> grants.removeAll(changed);
        }
        AccessModel after = before.withGrants(grants);
        List<AccessDifference> differences = new ArrayList<>();
        for (Scope scope : scopes(changed)) {
            for (Person person : people(before, changed)) {
                Set<Permission> had = held(before.rights(person.name()), scope);
                Set<Permission> has = held(after.rights(person.name()), scope);
                if (!had.equals(has)) {
                    differences.add(new AccessDifference(person, scope, without(has, had), without(had, has)));
                }
            }
        }
        differences.sort(Comparator.comparing((AccessDifference difference) -> difference.person.name())
                .thenComparing(difference -> difference.scope.level()));
        return differences;
    }

    private static List<Grant> changed(AccessModel model, GrantChange change) {
        return switch (change) {
            case GrantChange.Give give ->
                give.subjects().stream()
                        .flatMap(subject -> give.scopes().stream()
                                .map(scope ->
                                        new Grant(UUID.randomUUID(), subject, give.role(), scope, "", Instant.EPOCH)))
                        .toList();
            case GrantChange.Take take ->
                take.grants().stream().flatMap(id -> model.grant(id).stream()).toList();
        };
    }

    private static Set<Scope> scopes(Collection<Grant> grants) {
        return grants.stream().map(Grant::scope).collect(Collectors.toSet());
    }

    private static Set<Person> people(AccessModel model, Collection<Grant> grants) {
        return grants.stream()
                .map(Grant::subject)
                .distinct()
                .flatMap(subject -> switch (subject.kind()) {
                    case USER -> Stream.of(subject.id());
                    case GROUP -> model.group(subject.id()).stream().flatMap(group -> group.members().stream());
                })
                .flatMap(id -> model.person(id).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Permission> held(Rights rights, Scope scope) {
        Set<Permission> held = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (permission.appliesTo(scope.level()) && rights.at(permission, scope)) {
                held.add(permission);
            }
        }
        return held;
    }

    private static Set<Permission> without(Set<Permission> all, Set<Permission> some) {
        Set<Permission> rest = EnumSet.copyOf(all);
        rest.removeAll(some);
        return rest;
    }
}
