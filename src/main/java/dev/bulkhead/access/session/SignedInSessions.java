package dev.bulkhead.access.session;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.bulkhead.access.PasswordChanged;
import dev.bulkhead.access.SignInDetails;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The browser sessions that there are. Ending one closes its pages and consoles within seconds. */
@Component
class SignedInSessions implements HttpSessionListener {

    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);

    /** @param authentication that the session stands on; it keeps this very object, and no other session has it */
    record SignedIn(HttpSession session, Authentication authentication) {

        Optional<SignInDetails> details() {
            return authentication.getDetails() instanceof SignInDetails details
                    ? Optional.of(details)
                    : Optional.empty();
        }

        /** Whether it is the one that the calling thread acts for. */
        boolean isCurrent() {
            return authentication == SecurityContextHolder.getContext().getAuthentication();
        }

        boolean hasEnded() {
            return details().filter(SignInDetails::hasEnded).isPresent();
        }

        /** Takes the session away itself; open pages have no chance to say why. */
        void invalidate() {
            try {
                session.invalidate();
            } catch (IllegalStateException over) {
                // It ended by itself meanwhile.
            }
        }
    }

    @Override
    public void sessionCreated(HttpSessionEvent created) {
        sessions.add(created.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent destroyed) {
        sessions.remove(destroyed.getSession());
        changed();
    }

    @EventListener(InteractiveAuthenticationSuccessEvent.class)
    void changed() {
        changes.append(List.of(Boolean.TRUE));
    }

    /** Calls {@code listener} after sessions began or ended; it must return at once. */
    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    /** Those that were ended a moment ago, too. */
    List<SignedIn> all() {
        List<SignedIn> all = new ArrayList<>();
        for (HttpSession session : sessions) {
            SignedIn signedIn = signedIn(session);
            if (signedIn != null) {
                all.add(signedIn);
            }
        }
        return all;
    }

    /** Those of one person that stand. */
    List<SignedIn> of(String name) {
        return all().stream()
                .filter(session -> session.authentication().getName().equals(name) && !session.hasEnded())
                .toList();
    }

    /** Ends it: nothing is done in it any more, and its pages, which are told, close by themselves. */
    void end(SignedIn session) {
        session.details().ifPresentOrElse(SignInDetails::end, session::invalidate);
        changed();
    }

    /** Ends all sessions of that person but the one that the calling thread acts for. */
    @EventListener
    void passwordChanged(PasswordChanged changed) {
        of(changed.name()).stream().filter(session -> !session.isCurrent()).forEach(this::end);
    }

    private @Nullable SignedIn signedIn(HttpSession session) {
        try {
            return session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                            && context.getAuthentication() != null
                    ? new SignedIn(session, Objects.requireNonNull(context.getAuthentication()))
                    : null;
        } catch (IllegalStateException over) {
            sessions.remove(session);
            return null;
        }
    }
}
