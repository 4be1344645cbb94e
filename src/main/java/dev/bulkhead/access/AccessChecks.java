package dev.bulkhead.access;

import dev.bulkhead.access.AccessRefusedException.Reason;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What whoever gives rights has to hold: nobody gives, takes or gets at what they do not hold themselves in the same place. For the one
 * who is signed in.
 */
@Component
class AccessChecks {

    private static final Pattern NAME_FORM = Pattern.compile("\\S(.{0,62}\\S)?");

    private final AccessRegistry registry;
    private final AccessService access;

    AccessChecks(AccessRegistry registry, AccessService access) {
        this.registry = registry;
        this.access = access;
    }

    Actor actor() {
        return access.current();
    }

    /** @throws AccessRefusedException DENIED */
    void mayManage(Scope scope) {
        if (!access.allows(Permission.ACCESS_MANAGE, scope)) {
            throw denied("You may not give rights there");
        }
    }

    /** @throws AccessRefusedException DENIED */
    void covers(Set<Permission> permissions, Scope scope) {
        if (!access.rights().covers(permissions, scope)) {
            throw denied("You can give and take only what you hold there yourself");
        }
    }

    /**
     * That the caller holds all that these grants give, as it would be got by who joins a group or takes over an account.
     *
     * @throws AccessRefusedException DENIED
     */
    void coversAll(Collection<Grant> grants) {
        for (Grant grant : grants) {
            Scope scope = grant.scope();
            covers(registry.model().role(grant.role()).permissionsAt(scope.level()), scope);
        }
    }

    /** @throws AccessRefusedException INVALID */
    static String name(String typed) {
        String name = typed.strip();
        if (!NAME_FORM.matcher(name).matches() || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccessRefusedException(Reason.INVALID, "A name has 1 to 64 characters");
        }
        return name;
    }

    static AccessRefusedException denied(String message) {
        return new AccessRefusedException(Reason.DENIED, message);
    }

    static AccessRefusedException unknown(String what) {
        return new AccessRefusedException(Reason.NOT_FOUND, "There is no such " + what);
    }
}
