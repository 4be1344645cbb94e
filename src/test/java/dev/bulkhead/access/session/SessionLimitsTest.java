package dev.bulkhead.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.bulkhead.access.AccessEvent;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.SignInDetails;
import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

/** A limit of nothing is over at once, one of a day is not. */
class SessionLimitsTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final SignedInSessions sessions = new SignedInSessions();
    private final MockHttpSession session = new MockHttpSession();
    private final List<AccessEvent> told = new ArrayList<>();

    @BeforeEach
    void signIn() {
        TestingAuthenticationToken ada = new TestingAuthenticationToken("ada", "");
        ada.setDetails(Credential.signIn(new MockHttpServletRequest()));
        session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(ada));
        sessions.sessionCreated(new HttpSessionEvent(session));
    }

    private SessionLimits limits(Duration idle, Duration longest) {
        return new SessionLimits(sessions, new SessionSettings(idle, longest), event -> told.add((AccessEvent) event));
    }

    private void ask(SessionLimits limits, String path, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setQueryString(query);
        request.setSession(session);
        if (query != null && query.contains("poll")) {
            request.setAttribute(PageRequests.BY_ITSELF, true);
        }
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    @Test
    void whatIsTooOldOrWasNotUsedEndsWithoutARequest() {
        limits(DAY, DAY).sweep();
        assertThat(session.isInvalid()).isFalse();

        SignInDetails details = sessions.all().getFirst().details().orElseThrow();
        limits(Duration.ZERO, DAY).sweep();
        assertThat(details.hasEnded()).isTrue();
        assertThat(sessions.of("ada")).isEmpty();
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.verb()).isEqualTo("session.expire");
            assertThat(event.detail()).isEqualTo("not used for 0s");
            assertThat(event.origin().actor()).isEqualTo("ada");
        });
    }

    @Test
    void whatWasEndedIsTakenAwayWhereNoPageDidItself() {
        sessions.end(sessions.all().getFirst());
        limits(DAY, DAY).sweep();
        assertThat(session.isInvalid()).as("pages have a moment").isFalse();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            limits(DAY, DAY).sweep();
            assertThat(session.isInvalid()).isTrue();
        });
    }

    @Test
    void aRequestAfterTheLimitFindsNoSession() throws Exception {
        ask(limits(DAY, Duration.ZERO), "/instances", null);
        assertThat(session.isInvalid()).isTrue();
        assertThat(told).singleElement().extracting(AccessEvent::detail).isEqualTo("signed in for 0s");
    }

    @Test
    void aRequestIsAUseAndWhatAPageAsksByItselfIsNot() throws Exception {
        SessionLimits limits = limits(DAY, DAY);
        SignedInSessions.SignedIn signedIn = sessions.all().getFirst();
        Duration before = signedIn.details().orElseThrow().idle();
        ask(limits, "/", "v-r=heartbeat&v-uiId=0");
        ask(limits, "/VAADIN/push", "v-r=push");
        ask(limits, "/thumbnails/x", null);
        ask(limits, "/", "v-r=uidl&poll");
        assertThat(signedIn.details().orElseThrow().idle()).isGreaterThan(before);
        Duration idle = signedIn.details().orElseThrow().idle();
        ask(limits, "/", "v-r=uidl&v-uiId=0");
        assertThat(signedIn.details().orElseThrow().used())
                .isAfter(signedIn.details().orElseThrow().since());
        assertThat(idle).isPositive();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(86_400);
    }
}
