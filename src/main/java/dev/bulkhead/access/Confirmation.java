package dev.bulkhead.access;

import java.time.Duration;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whether the one who is signed in on the calling thread has shown lately that it is them, so that an open page is not enough for what
 * gives power for good: what equals root on a host, administrators, and what one signs in with. A sign-in counts, and so does a
 * password or token that comes along with the request itself.
 */
@Component
public class Confirmation {

    /** For how long it holds, in that session alone. */
    public static final Duration VALID = Duration.ofMinutes(10);

    private static final Set<Permission> POWERFUL = Set.of(Permission.HOST_LEVEL, Permission.ACCESS_MANAGE);

    public boolean stands() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && new Credential(authentication, null).isConfirmed();
    }

    /** @throws ConfirmationRequiredException when it does not stand */
    public void require() {
        if (!stands()) {
            throw new ConfirmationRequiredException();
        }
    }

    /** As {@link #require()}, where somebody is to get these permissions and they are such as give more for good. */
    void requireFor(Set<Permission> permissions) {
        if (permissions.stream().anyMatch(POWERFUL::contains)) {
            require();
        }
    }

    /** To be called when the one who is signed in has just shown that it is them. */
    public void give() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof SignInDetails details) {
            details.confirm();
        }
    }
}
