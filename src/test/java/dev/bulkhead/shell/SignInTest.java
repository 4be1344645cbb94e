package dev.bulkhead.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases B3, B4, B7, B8, B10 and B15, over HTTP. */
class SignInTest extends ServerTest {

    @Test
    void aVisitorIsSentToTheForm() {
        assertThat(location(anyone().get("/"))).isEqualTo("/login");
        assertThat(location(anyone().get("/instances"))).isEqualTo("/login");
    }

    @Test
    void theSessionGetsANewIdAndAStrictCookie() {
        HttpCaller caller = anyone();
        caller.get("/instances");
        String before = caller.session();
        HttpResponse<String> answer = caller.signIn("Ada", PASSWORD);
        assertThat(location(answer)).startsWith("/").doesNotContain("login");
        assertThat(caller.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("bulkhead=")
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
    }

    /** It would take the place of the session of the sign-in page that is open by then. */
    @Test
    void theGoodbyeOfAPageThatIsSignedOutBeginsNoSession() {
        HttpCaller caller = anyone();
        HttpResponse<String> answer =
                caller.postJson("/VAADIN/push?v-r=push&v-uiId=1&X-Atmosphere-Transport=close", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void aPageWithoutAnyCookieIsToldWhatIsWrong() {
        HttpResponse<String> answer = anyone().postJson("/?v-r=uidl&v-uiId=1", "{\"rpc\":[]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Cookies disabled");
    }

    @Test
    void theSessionIsNeverPartOfAnAddress() {
        HttpCaller caller = anyone();
        caller.signIn(USER, PASSWORD);
        HttpResponse<String> stolen = anyone().get("/api/v1/nothing;jsessionid=" + caller.session());
        assertThat(stolen.statusCode()).isIn(400, 401);
        assertThat(location(anyone().get("/"))).doesNotContain(";");
    }

    @Test
    void wrongPasswordsAndUnknownUsersGetTheSameAnswer() {
        assertThat(location(anyone().signIn(USER, "wrong password"))).isEqualTo("/login?error");
        assertThat(location(anyone().signIn("nobody", "wrong password"))).isEqualTo("/login?error");
        assertThat(location(anyone().signIn("a'b\"<c>", "wrong password"))).isEqualTo("/login?error");
    }

    @Test
    void anOverlongPasswordIsRefusedCheaply() {
        assertThat(location(anyone().signIn(USER, "x".repeat(300)))).isEqualTo("/login?error");
        assertThat(anyone().signIn(USER, "x".repeat(1_000_000)).statusCode()).isEqualTo(413);
        assertThat(location(anyone().signIn(USER, PASSWORD))).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "\\\\evil.example", "javascript:alert(1)", "https://evil.example/"})
    void afterSignInOnlyAnAddressOfOursIsOpened(String evil) {
        HttpCaller caller = anyone();
        HttpResponse<String> answer = caller.postForm(
                "/login?continue=" + java.net.URLEncoder.encode(evil, java.nio.charset.StandardCharsets.UTF_8),
                "username",
                USER,
                "password",
                PASSWORD,
                "continue",
                evil);
        assertThat(location(answer)).startsWith("/").doesNotStartWith("//").doesNotContain("evil", "javascript");
    }

    @Test
    void signInGoesOnToThePageThatWasAskedFor() {
        HttpCaller caller = anyone();
        caller.with("Accept", "text/html").get("/instances?kind=VIRTUAL_MACHINE");
        assertThat(location(caller.signIn(USER, PASSWORD))).startsWith("/instances?kind=VIRTUAL_MACHINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:80"})
    void aForeignPageCannotSignInOrOut(String origin) {
        assertThat(anyone().with("Origin", origin).signIn(USER, PASSWORD).statusCode())
                .isEqualTo(403);
        assertThat(anyone().with("Origin", origin).postForm("/logout").statusCode())
                .isEqualTo(403);
        assertThat(anyone().with("Sec-Fetch-Site", "cross-site")
                        .signIn(USER, PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void ourOwnPageCan() {
        HttpCaller caller = anyone();
        caller.with("Origin", caller.origin()).with("Sec-Fetch-Site", "same-origin");
        assertThat(location(caller.signIn(USER, PASSWORD))).isEqualTo("/");
    }

    @Test
    void signOutNeedsAPostWithTheSessionsToken() {
        HttpCaller caller = anyone();
        caller.signIn(USER, PASSWORD);
        String session = caller.session();
        caller.get("/logout");
        assertThat(caller.postForm("/logout").statusCode()).isEqualTo(403);
        assertThat(caller.session()).isEqualTo(session);
    }

    @Test
    void everyAnswerForbidsFramingSniffingAndReferrers() {
        for (String path :
                new String[] {"/", "/login", "/api/v1/hosts", "/themes/bulkhead/styles.css", "/actuator/health"}) {
            HttpResponse<String> answer = anyone().get(path);
            assertThat(answer.headers().firstValue("content-security-policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("x-content-type-options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("referrer-policy")).as(path).hasValue("same-origin");
            assertThat(answer.headers().firstValue("cross-origin-opener-policy"))
                    .as(path)
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("permissions-policy"))
                    .as(path)
                    .isPresent();
        }
    }

    @Test
    void onceThereIsAUserSetUpIsGone() {
        assertThat(location(anyone().get("/setup"))).isEqualTo("/login");
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow().replaceFirst("^http://127\\.0\\.0\\.1:\\d+", "");
    }
}
