package dev.bulkhead.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import dev.bulkhead.access.PasswordChanged;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Another password ends what stands on the old one. */
class SignedInSessionsTest extends ServerTest {

    private static final String HOSTS = "/api/v1/hosts";

    @Autowired
    private ApplicationContext application;

    private final SignedInSessions sessions = new SignedInSessions();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpSession session(String name) {
        MockHttpSession session = new MockHttpSession();
        session.setAttribute(
                SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new TestingAuthenticationToken(name, "", "ROLE_USER")));
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    @Test
    void onesOwnSessionStaysAndSoDoThoseOfOthers() {
        MockHttpSession here = session("bo");
        MockHttpSession elsewhere = session("bo");
        MockHttpSession other = session("ada");
        SecurityContextHolder.setContext((SecurityContextImpl) here.getAttribute(SPRING_SECURITY_CONTEXT_KEY));

        sessions.passwordChanged(new PasswordChanged("bo"));

        assertThat(elsewhere.isInvalid()).isTrue();
        assertThat(here.isInvalid()).isFalse();
        assertThat(other.isInvalid()).isFalse();
    }

    @Test
    void whoIsGivenAnotherPasswordIsShownOut() {
        UUID bo = new TestAccess(application).person("bo", PASSWORD, Role.VIEWER);
        HttpCaller page = anyone();
        page.signIn("bo", PASSWORD);
        HttpCaller administrator = anyone();
        administrator.signIn(USER, PASSWORD);
        assertThat(page.get(HOSTS).statusCode()).isEqualTo(200);

        int status = administrator()
                .sendJson("PATCH", "/api/v1/users/" + bo, "{\"password\":\"another long word\"}")
                .statusCode();

        assertThat(status).isBetween(200, 204);
        assertThat(page.get(HOSTS).statusCode()).isEqualTo(401);
        assertThat(administrator.get(HOSTS).statusCode()).isEqualTo(200);
    }
}
