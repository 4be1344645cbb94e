package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.InstanceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is who and who was given what, at one moment. Immutable, whole in memory: deciding never asks the database. */
final class AccessModel {

    private final Map<UUID, Person> people;
    private final Map<String, Person> byName;
    private final Map<UUID, Group> groups;
    private final Map<UUID, Project> projects;
    private final Contents contents;
    private final Map<String, Role> roles;
    private final Map<UUID, Grant> grants;
    private final Map<Subject, List<Grant>> bySubject;
    private final Map<UUID, List<UUID>> groupsOf = new HashMap<>();
    private final Map<String, Rights> rights = new ConcurrentHashMap<>();
    private final Projects placed;
    private final Rights none;

    /** As read from the tables; built-in roles need not be among them. */
    AccessModel(
            Collection<Person> people,
            Collection<Group> groups,
            Collection<Project> projects,
            Contents contents,
            Collection<Role> roles,
            Collection<Grant> grants) {
        this.people = index(people, Person::id);
        this.byName = index(people, Person::name);
        this.groups = index(groups, Group::id);
        this.projects = index(projects, Project::id);
        this.contents = contents;
        this.roles = new HashMap<>(index(roles, Role::name));
        Role.BUILT_IN.forEach(role -> this.roles.put(role.name(), role));
        this.grants = index(grants, Grant::id);
        this.bySubject = grants.stream().collect(Collectors.groupingBy(Grant::subject));
        for (Group group : groups) {
            group.members()
                    .forEach(member -> groupsOf.computeIfAbsent(member, id -> new ArrayList<>())
                            .add(group.id()));
        }
        this.placed = new Projects(this.projects, contents.instances());
        this.none = new Rights(Set.of(), List.of(), this::role, contents);
    }

    /** The same persons and places with other grants. */
    AccessModel withGrants(Collection<Grant> others) {
        return new AccessModel(people(), groups(), projects(), contents, roles(), others);
    }

    /** Of a person by sign-in name; nothing for those who are unknown or disabled. */
    Rights rights(String name) {
        Person person = byName.get(name);
        return person == null || !person.enabled()
                ? none
                : rights.computeIfAbsent(
                        name,
                        first -> new Rights(Set.of(Permission.ENTER), grantsOf(person.id()), this::role, contents));
    }

    /** All grants that reach a person, their own and those of their groups. */
    List<Grant> grantsOf(UUID person) {
        return Stream.concat(
                        Stream.of(Subject.user(person)),
                        groupsOf.getOrDefault(person, List.of()).stream().map(Subject::group))
                .flatMap(subject -> bySubject.getOrDefault(subject, List.of()).stream())
                .toList();
    }

    /** Whether somebody enabled may administer the whole installation. Without one nobody could ever change anything. */
    boolean hasAdministrator() {
        Set<Permission> all = Role.ADMINISTRATOR.permissions();
        return people.values().stream().anyMatch(person -> rights(person.name()).covers(all, Scope.INSTALLATION));
    }

    Optional<Person> person(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Person> person(UUID id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<Group> group(UUID id) {
        return Optional.ofNullable(groups.get(id));
    }

    Optional<Project> project(UUID id) {
        return Optional.ofNullable(projects.get(id));
    }

    Optional<Grant> grant(UUID id) {
        return Optional.ofNullable(grants.get(id));
    }

    /** A role that was removed by hand from the tables allows nothing. */
    Role role(String name) {
        Role role = roles.get(name);
        return role == null ? new Role(name, Set.of(), false) : role;
    }

    boolean hasRole(String name) {
        return roles.containsKey(name);
    }

    Projects placed() {
        return placed;
    }

    UUID projectOf(InstanceId instance) {
        return contents.projectOf(instance);
    }

    /** Those that it was given to. */
    Set<UUID> projectsOf(AssetId asset) {
        return contents.projectsOf(asset);
    }

    /** Those that were given to a project. */
    List<AssetId> assetsIn(UUID project) {
        return contents.assets().entrySet().stream()
                .filter(entry -> entry.getValue().contains(project))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Those that were put there; for the default project none, as it holds all others. */
    List<InstanceId> instancesIn(UUID project) {
        return contents.instances().entrySet().stream()
                .filter(entry -> entry.getValue().equals(project))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    Collection<Person> people() {
        return people.values();
    }

    Collection<Group> groups() {
        return groups.values();
    }

    Collection<Project> projects() {
        return projects.values();
    }

    Collection<Role> roles() {
        return roles.values();
    }

    Collection<Grant> grants() {
        return grants.values();
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, value -> value));
    }
}
