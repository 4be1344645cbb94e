package dev.bulkhead.access;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The browser sessions that there are, so that those of a person can be ended when what they stand on is worth nothing any more. */
@Component
class SignedInSessions implements HttpSessionListener {

    private final Set<HttpSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent created) {
        sessions.add(created.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent destroyed) {
        sessions.remove(destroyed.getSession());
    }

    /** Ends all sessions of that person but the one that the calling thread acts for. Their pages and consoles close with them. */
    void endOthers(String name) {
        Authentication here = SecurityContextHolder.getContext().getAuthentication();
        for (HttpSession session : sessions) {
            try {
                Authentication signedIn = signIn(session);
                // A session keeps the very object of its sign-in.
                if (signedIn != null && signedIn != here && signedIn.getName().equals(name)) {
                    session.invalidate();
                }
            } catch (IllegalStateException over) {
                sessions.remove(session);
            }
        }
    }

    private static @Nullable Authentication signIn(HttpSession session) {
        return session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                ? context.getAuthentication()
                : null;
    }
}
