package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets to the API, and from where. */
class ApiAccessTest extends ServerTest {

    private static final String ACT = "/api/v1/instances/actions";
    private static final String BODY = "{\"action\":\"start\",\"ids\":[\"nobody\"]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts",
                "hosts/lab",
                "engines",
                "instances",
                "instances/x",
                "operations",
                "operations/x",
                "events",
                "openapi.json",
                "docs",
                "swagger-ui/index.html",
                "nothing"
            })
    void nothingIsForStrangers(String path) {
        HttpResponse<String> answer = anyone().get("/api/v1/" + path);
        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .startsWith("Basic ");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        // From here and there, or there would be a wait.
        HttpCaller guesser = new HttpCaller(port, "127.0.5." + path.length()).basic(USER, "wrong password");
        problem(guesser.get("/api/v1/" + path), 401, "unauthenticated");
    }

    @Test
    void basicBeginsNoSession() {
        HttpResponse<String> answer = administrator().get("/api/v1/hosts");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void theSessionOfAPageReadsButActsOnlyForOurPages() {
        HttpCaller caller = anyone();
        caller.signIn(USER, PASSWORD);
        assertThat(caller.get("/api/v1/hosts").statusCode()).isEqualTo(200);
        problem(caller.postJson(ACT, BODY), 403, "forbidden");
        caller.with("Sec-Fetch-Site", "same-origin").with("Origin", caller.origin());
        assertThat(caller.postJson(ACT, BODY).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1", "http://localhost:1"})
    void aForeignPageIsRefusedWhateverItBrings(String origin) {
        HttpCaller caller = anyone();
        caller.signIn(USER, PASSWORD);
        problem(caller.with("Origin", origin).postJson(ACT, BODY), 403, "forbidden");
        problem(administrator().with("Origin", origin).postJson(ACT, BODY), 403, "forbidden");
        problem(administrator().with("Sec-Fetch-Site", "cross-site").postJson(ACT, BODY), 403, "forbidden");
    }

    @Test
    void credentialsInTheClearFromAfarAreRefused() {
        problem(administrator().with("X-Forwarded-For", "192.0.2.7").get("/api/v1/hosts"), 403, "forbidden");
        assertThat(administrator()
                        .with("X-Forwarded-For", "192.0.2.7")
                        .with("X-Forwarded-Proto", "https")
                        .get("/api/v1/hosts")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readingChangesNothing() {
        problem(administrator().get(ACT.replace("actions", "x/actions")), 405, "method-not-allowed");
    }

    @Test
    void problemsExplainThemselvesToAnyone() {
        for (ProblemType type : ProblemType.values()) {
            HttpResponse<String> page = anyone().get(type.uri().toString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<h1>");
        }
        assertThat(anyone().get("/problems/none").statusCode()).isEqualTo(404);
    }

    @Test
    void theDescriptionIsBrowsable() {
        HttpCaller caller = administrator();
        String to = caller.get("/api/v1/docs").headers().firstValue("location").orElseThrow();
        HttpResponse<String> page = caller.get(to.replaceFirst("^http://127\\.0\\.0\\.1:\\d+", ""));
        assertThat(page.statusCode()).as(to).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui").doesNotContain("https://");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'self'")
                .doesNotContain("unsafe-eval");
    }
}
