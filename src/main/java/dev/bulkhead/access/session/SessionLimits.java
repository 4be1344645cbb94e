package dev.bulkhead.access.session;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.Origin;
import dev.bulkhead.access.SignInDetails;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are too old or were not used for too long: at their next request, and a few seconds after the limit where there
 * is none. What an open page asks for by itself is no use of it.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
@EnableConfigurationProperties(SessionSettings.class)
class SessionLimits extends OncePerRequestFilter {

    /** What Vaadin's pages ask for by themselves, by the name of the request in {@code v-r}. */
    private static final Set<String> BY_ITSELF = Set.of("heartbeat", "push");

    /** Time for open pages to close by themselves. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final String PICTURES = "/thumbnails/";

    private final SignedInSessions sessions;
    private final SessionSettings settings;
    private final ApplicationEventPublisher events;

    SessionLimits(SignedInSessions sessions, SessionSettings settings, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.settings = settings;
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context) {
            watch(session, context);
        }
        chain.doFilter(request, response);
        if (session != null && isUse(request)) {
            use(session);
        }
    }

    private static void use(HttpSession session) {
        try {
            if (session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                    && context.getAuthentication() != null
                    && context.getAuthentication().getDetails() instanceof SignInDetails details) {
                details.use();
            }
        } catch (IllegalStateException ended) {
            // By the request itself.
        }
    }

    private void watch(HttpSession session, SecurityContext context) {
        if (context.getAuthentication() == null
                || !(context.getAuthentication().getDetails() instanceof SignInDetails details)) {
            return;
        }
        SignedInSessions.SignedIn signedIn = new SignedInSessions.SignedIn(session, context.getAuthentication());
        endAtLimit(signedIn);
        if (details.hasEnded()) {
            signedIn.invalidate();
            return;
        }
        // The container's own limit is for those who never sign in; a laptop that slept comes back to its session.
        session.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
    }

    @Scheduled(fixedDelay = 5_000)
    void sweep() {
        for (SignedInSessions.SignedIn signedIn : sessions.all()) {
            endAtLimit(signedIn);
            if (signedIn.details()
                    .filter(details -> details.over().compareTo(FAREWELL) >= 0)
                    .isPresent()) {
                signedIn.invalidate();
            }
        }
    }

    private void endAtLimit(SignedInSessions.SignedIn signedIn) {
        SignInDetails details = signedIn.details().orElse(null);
        Optional<String> limit = details == null || details.hasEnded() ? Optional.empty() : limitOf(details);
        if (details != null && limit.isPresent()) {
            Origin origin = new Origin(
                    signedIn.authentication().getName(), Origin.Proof.SESSION, details.name(), details.address());
            events.publishEvent(new AccessEvent(origin, "session.expire", AccessEvent.Kind.DONE, "", "", limit.get()));
            sessions.end(signedIn);
        }
    }

    private Optional<String> limitOf(SignInDetails details) {
        if (details.age().compareTo(settings.longest()) >= 0) {
            return Optional.of("signed in for " + hours(settings.longest()));
        }
        return details.idle().compareTo(settings.idle()) >= 0
                ? Optional.of("not used for " + hours(settings.idle()))
                : Optional.empty();
    }

    private static String hours(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static boolean isUse(HttpServletRequest request) {
        if (request.getAttribute(PageRequests.BY_ITSELF) != null) {
            return false;
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        return BY_ITSELF.stream().noneMatch(name -> query.contains("v-r=" + name))
                && !request.getServletPath().startsWith(PICTURES);
    }
}
