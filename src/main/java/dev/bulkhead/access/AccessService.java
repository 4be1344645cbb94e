package dev.bulkhead.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * The one place that decides who may do what. It looks at whoever is signed in on the calling thread: a request's, or the one that a
 * page's session lock is held for. A thread of our own has nobody, and so no right.
 *
 * <p>For now an administrator may everything and nobody else anything.
 */
@Service
public class AccessService {

    /** The authority that an administrator's session carries. */
    static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";

    private final UserStore users;
    private final ApplicationEventPublisher events;

    AccessService(UserStore users, ApplicationEventPublisher events) {
        this.users = users;
        this.events = events;
    }

    /** Whether the one who is signed in holds the permission; false when nobody is. */
    public boolean allows(Permission permission) {
        Authentication authentication = signedIn();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> ADMINISTRATOR.equals(authority.getAuthority()));
    }

    /**
     * As {@link #allows}, by what the database says now instead of what was true at sign-in: for whatever outlives a request. One
     * statement.
     */
    public boolean stillAllows(Permission permission) {
        Authentication authentication = signedIn();
        return authentication != null
                && allows(permission)
                && stillAllows(new Actor(authentication.getName()), permission);
    }

    /** Whether a user who is not at hand holds the permission now. One statement. */
    public boolean stillAllows(Actor actor, Permission permission) {
        return users.find(actor.name()).filter(User::administrator).isPresent();
    }

    /**
     * Returns when the one who is signed in holds the permission.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is signed in
     * @throws AccessDeniedException when the permission is not held
     */
    public void require(Permission permission) {
        Actor actor = current();
        if (!allows(permission)) {
            events.publishEvent(AccessEvent.refused(Origin.current(), permission));
            throw new AccessDeniedException(actor.name() + " lacks " + permission);
        }
    }

    /**
     * Who is signed in.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is
     */
    public Actor current() {
        Authentication authentication = signedIn();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return new Actor(authentication.getName());
    }

    /**
     * What the one who is signed in proved it with.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is
     */
    public Credential credential() {
        return credential((HttpSession) null);
    }

    /** As {@link #credential()}, with the session that it stands on, so that its end can be told. */
    public Credential credential(HttpServletRequest request) {
        Credential proven = credential((HttpSession) null);
        return proven.isSession() ? credential(request.getSession(false)) : proven;
    }

    private static Credential credential(@Nullable HttpSession session) {
        Authentication authentication = signedIn();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
        }
        return new Credential(authentication, session);
    }

    private static @Nullable Authentication signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean real = authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
        return real ? authentication : null;
    }
}
