package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Case B1 over HTTP: a stranger who guesses is told to wait, and nobody else is. */
class WrongPasswordsTest extends ServerTest {

    private static final String EVIL = "127.0.0.66";
    private static final String HOME = "127.0.0.67";
    private static final String HOSTS = "/api/v1/hosts";

    @Autowired
    private ApplicationContext application;

    @BeforeEach
    void aPerson() {
        new TestAccess(application).person("guessed", PASSWORD, Role.ADMINISTRATOR);
    }

    @Test
    void guessesAreNotLookedAtAndTheRightPersonComesIn() {
        HttpCaller evil = new HttpCaller(port, EVIL);
        for (int i = 0; i < SignInThrottle.FREE_PER_PAIR; i++) {
            assertThat(location(evil.signIn("Guessed", "guess number " + i))).isEqualTo("/login?error");
        }
        assertThat(location(evil.signIn("guessed", PASSWORD))).matches("/login\\?wait=[1-9]\\d*");

        HttpResponse<String> byApi =
                new HttpCaller(port, EVIL).basic("guessed", PASSWORD).get(HOSTS);
        assertThat(byApi.statusCode()).isEqualTo(429);
        assertThat(byApi.headers().firstValueAsLong("retry-after").orElse(0)).isPositive();
        assertThat(byApi.body()).contains("/problems/sign-in-delayed", "Try again in");

        assertThat(location(new HttpCaller(port, HOME).signIn("guessed", PASSWORD)))
                .isEqualTo("/");
        assertThat(new HttpCaller(port, HOME)
                        .basic("guessed", PASSWORD)
                        .get(HOSTS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator().get("/api/v1/audit?limit=20").body())
                .contains("told to wait after wrong passwords")
                .doesNotContain("guess number");
    }

    @Test
    void guessesOfOnesOwnPasswordSoFarCountToo() {
        PeopleService people = application.getBean(PeopleService.class);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("guessed", "", "ROLE_USER"));
        try {
            for (int i = 0; i < SignInThrottle.FREE_PER_PAIR; i++) {
                assertThatExceptionOfType(AccessRefusedException.class)
                        .isThrownBy(() -> people.changeOwnPassword("a guess", "another long word"));
            }
            assertThatExceptionOfType(SignInDelayedException.class)
                    .isThrownBy(() -> people.changeOwnPassword(PASSWORD, "another long word"));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow();
    }
}
