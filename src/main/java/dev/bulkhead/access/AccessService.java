package dev.bulkhead.access;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

/**
 * The one place that decides who may do what, by what is true now and not by what was at sign-in. It looks at whoever is signed in on
 * the calling thread: a request's, or the one that a page's session lock is held for. A thread of our own has nobody, and so no right.
 * Answers from memory.
 */
@Service
public class AccessService {

    private final AccessRegistry registry;
    private final ApplicationEventPublisher events;

    AccessService(AccessRegistry registry, ApplicationEventPublisher events) {
        this.registry = registry;
        this.events = events;
    }

    /** What the one who is signed in may do now; nothing when nobody is. */
    public Rights rights() {
        return rights(signedIn());
    }

    /** What somebody may do now by what they proved who they are with: a token may be worth less than its owner. */
    public Rights rights(Credential credential) {
        return rights(credential.authentication());
    }

    /** What somebody who is not at hand may do now. */
    public Rights rights(Actor actor) {
        return registry.model().rights(actor.name());
    }

    /** Which rows about instances the one who is signed in may see. @param column holds an instance's id as text */
    public InstanceCondition condition(Permission permission, String column) {
        return InstanceCondition.of(rights(), permission, column);
    }

    /** Whether the one who is signed in holds the permission for anything at all: so that a page or a button is worth showing. */
    public boolean allows(Permission permission) {
        return rights().anywhere(permission);
    }

    public boolean allows(Permission permission, Scope scope) {
        return rights().at(permission, scope);
    }

    public boolean allows(Permission permission, InstanceId instance) {
        return rights().at(permission, instance);
    }

    /**
     * Returns when the one who is signed in holds the permission for anything at all.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is signed in
     * @throws AccessDeniedException when the permission is not held
     */
    public void require(Permission permission) {
        Actor actor = current();
        if (!allows(permission)) {
            throw lacks(actor, permission);
        }
    }

    /**
     * Returns when the one who is signed in holds the permission there.
     *
     * @throws AuthenticationCredentialsNotFoundException when nobody is signed in
     * @throws HiddenException when they may not even see it
     * @throws AccessDeniedException when they see it and the permission is not held
     */
    public void require(Permission permission, Scope scope) {
        Actor actor = current();
        Rights rights = rights();
        Optional<Permission> sight = sight(scope);
        if (sight.isPresent() && !rights.at(sight.get(), scope)) {
            refused(permission);
            throw new HiddenException(scope.level().name().toLowerCase(Locale.ROOT));
        }
        if (!rights.at(permission, scope)) {
            throw lacks(actor, permission);
        }
    }

    public void require(Permission permission, InstanceId instance) {
        require(permission, new Scope.OnInstance(instance));
    }

    /** Calls {@code listener} after any right was given or taken; on the thread that did, and must return at once. */
    public Registration onChange(Runnable listener) {
        return registry.onChange(listener);
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

    private Rights rights(@Nullable Authentication authentication) {
        AccessModel model = registry.model();
        if (authentication instanceof TokenAuthentication token) {
            Rights owners = model.rights(token.getName());
            return token.limit().map(owners::limitedTo).orElseGet(() -> model.rights(""));
        }
        return model.rights(authentication == null ? "" : authentication.getName());
    }

    /** What has to be held to know of something at all; empty where there is nothing to hide. */
    private static Optional<Permission> sight(Scope scope) {
        return switch (scope.level()) {
            case INSTANCE -> Optional.of(Permission.INSTANCE_VIEW);
            case HOST -> Optional.of(Permission.HOST_VIEW);
            case PROJECT, INSTALLATION -> Optional.empty();
        };
    }

    private void refused(Permission permission) {
        events.publishEvent(AccessEvent.refused(Origin.current(), permission));
    }

    private AccessDeniedException lacks(Actor actor, Permission permission) {
        refused(permission);
        return new AccessDeniedException(actor.name() + " lacks " + permission);
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
