package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one person may do, at one moment. Immutable; a question costs three look-ups at most. */
public final class Rights {

    private final Map<Scope, Set<Permission>> given;
    private final Map<UUID, Set<Permission>> inProjects = new HashMap<>();
    private final Map<InstanceId, Set<Permission>> onInstances = new HashMap<>();
    private final Set<Permission> everywhere;
    private final Set<Permission> anywhere = EnumSet.noneOf(Permission.class);
    private final Contents contents;
    private final Map<Limit, Rights> limited = new ConcurrentHashMap<>();

    /** Adds up what grants give, and what is held without one. */
    Rights(Set<Permission> always, Iterable<Grant> grants, Function<String, Role> roles, Contents contents) {
        this(sum(always, grants, roles), contents);
    }

    private Rights(Map<Scope, Set<Permission>> given, Contents contents) {
        this.given = given;
        this.contents = contents;
        given.forEach((scope, permissions) -> {
            anywhere.addAll(permissions);
            switch (scope) {
                case Scope.InProject in -> inProjects.put(in.project(), permissions);
                case Scope.OnInstance on -> onInstances.put(on.instance(), permissions);
                case Scope.OnHost on -> {}
                case Scope.Installation all -> {}
            }
        });
        everywhere = held(given, Scope.INSTALLATION);
    }

    private static Map<Scope, Set<Permission>> sum(
            Set<Permission> always, Iterable<Grant> grants, Function<String, Role> roles) {
        Map<Scope, Set<Permission>> sum = new HashMap<>();
        put(sum, Scope.INSTALLATION, always);
        for (Grant grant : grants) {
            put(
                    sum,
                    grant.scope(),
                    roles.apply(grant.role()).permissionsAt(grant.scope().level()));
        }
        return sum;
    }

    private static void put(Map<Scope, Set<Permission>> sum, Scope scope, Collection<Permission> permissions) {
        sum.computeIfAbsent(scope, first -> EnumSet.noneOf(Permission.class)).addAll(permissions);
    }

    /** What of it lies within a limit, too; whoever holds it may still be here. */
    Rights limitedTo(Limit limit) {
        return limit.equals(Limit.NONE) ? this : limited.computeIfAbsent(limit, this::within);
    }

    private Rights within(Limit limit) {
        Map<Scope, Set<Permission>> kept = new HashMap<>();
        put(kept, Scope.INSTALLATION, anywhere.contains(Permission.ENTER) ? Set.of(Permission.ENTER) : Set.of());
        given.forEach((scope, permissions) -> narrower(scope, limit.scope())
                .ifPresent(place -> put(
                        kept,
                        place,
                        permissions.stream()
                                .filter(limit.permissions()::contains)
                                .filter(permission -> permission.appliesTo(place.level()))
                                .toList())));
        return new Rights(kept, contents);
    }

    /** Of two places the one that lies in the other; empty when neither does. */
    private Optional<Scope> narrower(Scope one, Scope other) {
        if (contains(one, other)) {
            return Optional.of(other);
        }
        return contains(other, one) ? Optional.of(one) : Optional.empty();
    }

    private boolean contains(Scope outer, Scope inner) {
        return outer.equals(inner)
                || outer.equals(Scope.INSTALLATION)
                || outer instanceof Scope.InProject in
                        && inner instanceof Scope.OnInstance on
                        && contents.projectOf(on.instance()).equals(in.project());
    }

    /** Whether the permission is held for at least one thing: what a page needs to be worth showing. */
    public boolean anywhere(Permission permission) {
        return anywhere.contains(permission);
    }

    /** Whether the permission is held for everything there is and will be. */
    public boolean everywhere(Permission permission) {
        return everywhere.contains(permission);
    }

    public boolean at(Permission permission, InstanceId instance) {
        return everywhere.contains(permission)
                || anywhere.contains(permission)
                        && (held(inProjects, contents.projectOf(instance)).contains(permission)
                                || held(onInstances, instance).contains(permission));
    }

    public boolean at(Permission permission, Scope scope) {
        return switch (scope) {
            case Scope.OnInstance on -> at(permission, on.instance());
            default -> everywhere.contains(permission) || held(given, scope).contains(permission);
        };
    }

    /** Whether a pool, network or image is seen: with its host, or with the instances of a project that it was given to. */
    public boolean sees(AssetId asset, HostId host) {
        return at(Permission.HOST_VIEW, new Scope.OnHost(host))
                || contents.projectsOf(asset).stream()
                        .anyMatch(project -> at(Permission.INSTANCE_VIEW, new Scope.InProject(project)));
    }

    /** Whether all of it is held there. */
    boolean covers(Set<Permission> permissions, Scope scope) {
        return permissions.stream().allMatch(permission -> at(permission, scope));
    }

    /** The projects for which the permission was given by name. */
    public Set<UUID> projects(Permission permission) {
        return keys(inProjects, permission);
    }

    /** The instances for which the permission was given by name. */
    public Set<InstanceId> instances(Permission permission) {
        return keys(onInstances, permission);
    }

    private static <K> Set<Permission> held(Map<K, Set<Permission>> given, K where) {
        return given.getOrDefault(where, Set.of());
    }

    private static <K> Set<K> keys(Map<K, Set<Permission>> given, Permission permission) {
        Set<K> keys = new HashSet<>();
        given.forEach((key, permissions) -> {
            if (permissions.contains(permission)) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** Equal when the same was given for the same scopes, and the same instances are reached by it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rights rights
                && given.equals(rights.given)
                && (everywhere.contains(Permission.INSTANCE_VIEW) || placed().equals(rights.placed()));
    }

    /** The instances that were put where something is held; for the default project: those that are not in it. */
    private Map<InstanceId, UUID> placed() {
        return inProjects.containsKey(Project.DEFAULT)
                ? contents.instances()
                : contents.instances().entrySet().stream()
                        .filter(entry -> inProjects.containsKey(entry.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }
}
