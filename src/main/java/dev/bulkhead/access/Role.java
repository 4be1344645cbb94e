package dev.bulkhead.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of permissions under a name.
 *
 * @param name in lower case, as it stands in grants
 * @param permissions what it allows
 * @param builtIn whether it came with Bulkhead; the others can be deleted while no grant uses them
 */
public record Role(String name, Set<Permission> permissions, boolean builtIn) {

    private static final Pattern NAME_FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Role VIEWER =
            builtIn("viewer", Set.of(), Permission.INSTANCE_VIEW, Permission.HOST_VIEW, Permission.OPERATION_VIEW);
    public static final Role OPERATOR = builtIn(
            "operator",
            VIEWER.permissions,
            Permission.INSTANCE_OPERATE,
            Permission.OPERATION_CANCEL,
            Permission.CONSOLE_VIEW);
    public static final Role USER =
            builtIn("user", OPERATOR.permissions, Permission.CONSOLE_CONTROL, Permission.INSTANCE_RENEW);
    public static final Role MANAGER = builtIn("manager", USER.permissions, Permission.INSTANCE_DELETE);
    public static final Role ADMINISTRATOR = builtIn(
            "administrator",
            MANAGER.permissions,
            Permission.CONSOLE_MANAGE,
            Permission.HOST_MANAGE,
            Permission.ACCESS_MANAGE,
            Permission.AUDIT_VIEW,
            Permission.ALERT_MANAGE);

    /** Apart from all others: its holder is as good as root on the host. */
    public static final Role HOST_LEVEL = builtIn("host-level", Set.of(), Permission.HOST_LEVEL);

    /** Each but the last contains the one before. */
    public static final List<Role> BUILT_IN = List.of(VIEWER, OPERATOR, USER, MANAGER, ADMINISTRATOR, HOST_LEVEL);

    public Role {
        if (!NAME_FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("A role's name has letters, digits and hyphens, 40 at most");
        }
        permissions = Collections.unmodifiableSet(
                permissions.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(permissions));
    }

    /** What of it has effect in a grant for such a scope; nothing where it cannot be given at all. */
    public Set<Permission> permissionsAt(Scope.Level level) {
        return permissions.stream()
                .filter(permission -> permission.appliesTo(level))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Role builtIn(String name, Set<Permission> contained, Permission... added) {
        Set<Permission> all = EnumSet.copyOf(Arrays.asList(added));
        all.addAll(contained);
        return new Role(name, all, true);
    }
}
