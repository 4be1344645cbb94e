package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** Rights that are given and taken, for pages and the API. Reading answers from memory; changing blocks for some statements. */
@Service
public class GrantService {

    private final AccessRegistry registry;
    private final AccessStore store;
    private final AccessChecks checks;
    private final AccessService access;
    private final Confirmation confirmation;

    GrantService(
            AccessRegistry registry,
            AccessStore store,
            AccessChecks checks,
            AccessService access,
            Confirmation confirmation) {
        this.registry = registry;
        this.store = store;
        this.checks = checks;
        this.access = access;
        this.confirmation = confirmation;
    }

    /** All grants where the caller may give rights, the newest first. */
    @Requires(Permission.ACCESS_MANAGE)
    public List<Grant> list() {
        return registry.model().grants().stream()
                .filter(grant -> access.allows(Permission.ACCESS_MANAGE, grant.scope()))
                .sorted(Comparator.comparing(Grant::givenAt).reversed().thenComparing(Grant::id))
                .toList();
    }

    /** All roles, the built-in ones first, from the least to the most. */
    @Requires(Permission.ENTER)
    public List<Role> roles() {
        return registry.model().roles().stream()
                .sorted(Comparator.comparing((Role role) -> Role.BUILT_IN.indexOf(role) < 0)
                        .thenComparing(Role.BUILT_IN::indexOf)
                        .thenComparing(Role::name))
                .toList();
    }

    /**
     * Gives a role. Giving what is already given changes nothing.
     *
     * @throws AccessRefusedException NOT_FOUND for an unknown subject, role or project; INVALID for a role that has no effect there;
     *     DENIED when the caller does not hold all of it there
     * @throws ConfirmationRequiredException for what gives power for good ({@link Confirmation})
     */
    @Requires(Permission.ACCESS_MANAGE)
    public Grant give(Subject subject, String role, Scope scope) {
        confirm(role, scope);
        return registry.change(
                AccessChange.of("grant.give", registry.model(), subject, role, scope),
                () -> given(subject, role, scope));
    }

    /**
     * Gives a role to each of the subjects for each of the scopes, or to nobody.
     *
     * @throws AccessRefusedException as {@link #give(Subject, String, Scope)}
     * @throws ConfirmationRequiredException as {@link #give(Subject, String, Scope)}
     */
    @Requires(Permission.ACCESS_MANAGE)
    public List<Grant> giveEach(Collection<Subject> subjects, String role, Collection<Scope> scopes) {
        scopes.forEach(scope -> confirm(role, scope));
        AccessModel model = registry.model();
        List<AccessChange> told =
                each(subjects, scopes, (subject, scope) -> AccessChange.of("grant.give", model, subject, role, scope));
        return registry.change(told, () -> each(subjects, scopes, (subject, scope) -> given(subject, role, scope)));
    }

    private static <T> List<T> each(
            Collection<Subject> subjects, Collection<Scope> scopes, BiFunction<Subject, Scope, T> made) {
        return Set.copyOf(subjects).stream()
                .flatMap(subject -> Set.copyOf(scopes).stream().map(scope -> made.apply(subject, scope)))
                .toList();
    }

    private Grant given(Subject subject, String roleName, Scope scope) {
        AccessModel model = registry.model();
        requireExisting(model, subject, roleName, scope);
        Role role = model.role(roleName);
        Set<Permission> permissions = role.permissionsAt(scope.level());
        if (permissions.isEmpty()) {
            throw new AccessRefusedException(
                    Reason.INVALID,
                    "The role " + roleName + " has no meaning for "
                            + scope.level().name().toLowerCase(Locale.ROOT) + "s; choose another place");
        }
        checks.mayManage(scope);
        checks.covers(permissions, scope);
        Grant grant = new Grant(
                UUID.randomUUID(),
                subject,
                roleName,
                scope,
                access.current().name(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        return model.grants().stream()
                .filter(other -> other.subject().equals(subject)
                        && other.role().equals(roleName)
                        && other.scope().equals(scope))
                .findFirst()
                .orElseGet(() -> {
                    store.insert(grant);
                    return grant;
                });
    }

    /**
     * Takes a grant back.
     *
     * @throws AccessRefusedException NOT_FOUND; DENIED as for {@link #give}; CONFLICT for the last administrator's
     */
    @Requires(Permission.ACCESS_MANAGE)
    public void take(UUID id) {
        Grant grant = registry.model()
                .grant(id)
                .filter(found -> access.allows(Permission.ACCESS_MANAGE, found.scope()))
                .orElseThrow(() -> AccessChecks.unknown("grant"));
        AccessChange told =
                AccessChange.of("grant.take", registry.model(), grant.subject(), grant.role(), grant.scope());
        registry.change(told, () -> {
            if (registry.model().grant(id).isEmpty()) {
                throw AccessChecks.unknown("grant");
            }
            checks.mayManage(grant.scope());
            checks.coversAll(List.of(grant));
            store.deleteGrant(id);
        });
    }

    /**
     * Makes a role of one's own: at least what a viewer may, and at most what the caller may everywhere.
     *
     * @throws AccessRefusedException INVALID, DENIED, or CONFLICT when the name is taken
     */
    @Requires(Permission.ACCESS_MANAGE)
    public Role addRole(String name, Set<Permission> permissions) {
        if (permissions.contains(Permission.HOST_LEVEL)) {
            throw new AccessRefusedException(
                    Reason.INVALID, "What equals root on a host is never part of a role; give host-level beside it");
        }
        Set<Permission> all = EnumSet.copyOf(Role.VIEWER.permissions());
        all.addAll(permissions);
        Role role;
        try {
            role = new Role(name.strip(), all, false);
        } catch (IllegalArgumentException malformed) {
            throw new AccessRefusedException(Reason.INVALID, String.valueOf(malformed.getMessage()));
        }
        AccessChange told = new AccessChange("role.add", "", role.name(), all.toString());
        registry.change(told, () -> {
            checks.mayManage(Scope.INSTALLATION);
            checks.covers(all, Scope.INSTALLATION);
            if (registry.model().hasRole(role.name())) {
                throw new AccessRefusedException(Reason.CONFLICT, "There is a role of that name; choose another");
            }
            store.insertRole(role);
        });
        return role;
    }

    /** @throws AccessRefusedException NOT_FOUND; CONFLICT for a built-in role, and while a grant uses it */
    @Requires(Permission.ACCESS_MANAGE)
    public void deleteRole(String name) {
        registry.change(AccessChange.of("role.delete", name), () -> {
            checks.mayManage(Scope.INSTALLATION);
            AccessModel model = registry.model();
            if (!model.hasRole(name)) {
                throw AccessChecks.unknown("role");
            }
            if (model.role(name).builtIn()) {
                throw new AccessRefusedException(Reason.CONFLICT, "A built-in role stays");
            }
            if (model.grants().stream().anyMatch(grant -> grant.role().equals(name))) {
                throw new AccessRefusedException(Reason.CONFLICT, "Somebody was given this role; take that back first");
            }
            store.deleteRole(name);
        });
    }

    /** Before anything is put on record: it is not refused, only not yet asked for. */
    private void confirm(String role, Scope scope) {
        AccessModel model = registry.model();
        if (model.hasRole(role) && access.allows(Permission.ACCESS_MANAGE, scope)) {
            confirmation.requireFor(model.role(role).permissionsAt(scope.level()));
        }
    }

    private static void requireExisting(AccessModel model, Subject subject, String role, Scope scope) {
        boolean known = switch (subject.kind()) {
            case USER -> model.person(subject.id()).isPresent();
            case GROUP -> model.group(subject.id()).isPresent();
        };
        if (!known) {
            throw AccessChecks.unknown(subject.kind() == Subject.Kind.USER ? "user" : "group");
        }
        if (!model.hasRole(role)) {
            throw AccessChecks.unknown("role");
        }
        if (scope instanceof Scope.InProject in && model.project(in.project()).isEmpty()) {
            throw AccessChecks.unknown("project");
        }
    }
}
