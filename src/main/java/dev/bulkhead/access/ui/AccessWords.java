package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What permissions and roles are called on pages. */
final class AccessWords {

    private AccessWords() {}

    /** "see instances". */
    static String permission(Permission permission) {
        return text("permission." + permission.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** "see instances, see tasks", in the order of {@link Permission}. */
    static String permissions(Collection<Permission> permissions) {
        return permissions.stream()
                .filter(permission -> permission != Permission.ENTER)
                .sorted()
                .map(AccessWords::permission)
                .collect(Collectors.joining(", "));
    }

    static String role(String name) {
        return Role.BUILT_IN.stream().anyMatch(role -> role.name().equals(name)) ? text("role." + name) : name;
    }
}
