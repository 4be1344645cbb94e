package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case B14: tokens, as programs use them. */
class TokenApiTest extends ServerTest {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String INSTANCES = "/api/v1/instances";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    private TestAccess access;
    private HttpCaller tom;

    @BeforeEach
    void aPersonOfTheirOwn() {
        access = new TestAccess(application);
        access.person("tom", PASSWORD, Role.MANAGER);
        access.setEnabled("tom", true);
        tom = anyone().basic("tom", PASSWORD);
    }

    @AfterEach
    void removeTokensAndGuests() {
        access.setEnabled("tom", true);
        JsonMapper.shared()
                .readTree(administrator().get(TOKENS + "?all=true").body())
                .valueStream()
                .forEach(token -> administrator()
                        .send("DELETE", TOKENS + "/" + token.path("id").asString()));
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    private static JsonNode made(HttpCaller owner, String wish) {
        HttpResponse<String> answer = owner.postJson(TOKENS, wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpCaller with(JsonNode token) {
        return anyone().with("Authorization", "Bearer " + token.path("token").asString());
    }

    @Test
    void aTokenStandsForItsOwnerAndTheRecordNamesIt() {
        JsonNode token = made(tom, "{\"name\":\"nightly backup\"}");
        assertThat(with(token).get("/api/v1/me").body()).contains("\"tom\"");
        assertThat(with(token).get("/api/v1/audit").statusCode()).isEqualTo(403);
        HttpResponse<String> answer = with(token).get(INSTANCES);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();

        access.person("tom", PASSWORD, Role.ADMINISTRATOR);
        assertThat(with(token)
                        .postJson(
                                "/api/v1/groups",
                                "{\"name\":\"by-token-%s\"}"
                                        .formatted(token.path("id").asString()))
                        .statusCode())
                .isEqualTo(201);
        assertThat(administrator().get("/api/v1/audit?verb=group.add&actor=tom").body())
                .contains("\"TOKEN\"")
                .contains(token.path("id").asString());
    }

    @Test
    void itIsToldOnceAndKeptAsAHash() {
        JsonNode token = made(tom, "{\"name\":\"once\"}");
        String secret = token.path("token").asString();
        assertThat(tom.get(TOKENS).body()).contains("once").doesNotContain(secret.substring(14));
        assertThat(administrator().get(TOKENS + "?all=true").body())
                .contains("\"tom\"")
                .doesNotContain(secret.substring(14));
        assertThat(jdbc.sql("select hash from api_token").query(String.class).list())
                .noneMatch(hash -> secret.contains(hash));
        assertThat(administrator().get("/api/v1/audit").body())
                .contains("token.make")
                .doesNotContain(secret.substring(14));
    }

    @Test
    void itNeverMayMoreThanItsOwnerMayAtThatMoment() {
        JsonNode token = made(tom, "{\"name\":\"all\"}");
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(200);
        access.person("tom", PASSWORD);
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(403);
        access.person("tom", PASSWORD, Role.VIEWER);
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(200);
        access.setEnabled("tom", false);
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(401);
    }

    @Test
    void itMayOnlyWhatItsLimitSays() {
        String one = id(backend.add("limited-1", InstanceState.RUNNING));
        String two = id(backend.add("limited-2", InstanceState.RUNNING));
        await().until(() -> tom.get(INSTANCES + "/" + two).statusCode() == 200);
        JsonNode token = made(tom, """
                {"name":"one","permissions":["INSTANCE_VIEW"],"scopeLevel":"INSTANCE","scope":"%s"}""".formatted(one));
        assertThat(with(token).get(INSTANCES).body()).contains("limited-1").doesNotContain("limited-2");
        assertThat(with(token).get(INSTANCES + "/" + two).statusCode()).isEqualTo(404);
        assertThat(with(token)
                        .postJson(INSTANCES + "/" + one + "/actions", "{\"action\":\"pause\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(with(token).get("/api/v1/hosts").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenMakesNoTokensAndEndsOnlyItself() {
        JsonNode token = made(tom, "{\"name\":\"first\"}");
        JsonNode other = made(tom, "{\"name\":\"second\"}");
        assertThat(with(token).postJson(TOKENS, "{\"name\":\"child\"}").statusCode())
                .isEqualTo(403);
        assertThat(with(token).send("DELETE", path(other)).statusCode()).isEqualTo(404);
        assertThat(with(token).send("DELETE", path(token)).statusCode()).isEqualTo(204);
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(401);
        assertThat(with(other).get(INSTANCES).statusCode()).isEqualTo(200);
    }

    @Test
    void othersNeitherSeeNorEndItUnlessTheyAdminister() {
        access.person("eve", PASSWORD, Role.MANAGER);
        JsonNode token = made(tom, "{\"name\":\"mine\"}");
        HttpCaller eve = anyone().basic("eve", PASSWORD);
        assertThat(eve.get(TOKENS + "?all=true").body()).isEqualTo("[]");
        assertThat(eve.send("DELETE", path(token)).statusCode()).isEqualTo(404);
        assertThat(administrator().send("DELETE", path(token)).statusCode()).isEqualTo(204);
        assertThat(with(token).get(INSTANCES).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongOneIsRefusedWhateverElseIsBroughtAndPutOnRecord() {
        JsonNode token = made(tom, "{\"name\":\"guessed\"}");
        String guess = token.path("token").asString().substring(0, 14) + "0".repeat(64);
        HttpCaller caller = anyone();
        caller.signIn("tom", PASSWORD);
        HttpResponse<String> answer =
                caller.with("Authorization", "Bearer " + guess).get(INSTANCES);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate").orElseThrow())
                .contains("invalid_token");
        assertThat(anyone().with("Authorization", "Bearer").get(INSTANCES).statusCode())
                .isEqualTo(401);
        assertThat(administrator().get("/api/v1/audit?verb=token").body())
                .contains("REFUSED")
                .doesNotContain(guess.substring(14));
    }

    @Test
    void itIsTakenInTheClearOnlyFromThisMachine() {
        JsonNode token = made(tom, "{\"name\":\"clear\"}");
        assertThat(with(token)
                        .with("X-Forwarded-For", "192.0.2.7")
                        .get(INSTANCES)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (String wish : Set.of(
                "{}",
                "{\"name\":\"x\",\"days\":366}",
                "{\"name\":\"x\",\"days\":0}",
                "{\"name\":\"x\",\"permissions\":[]}",
                "{\"name\":\"x\",\"permissions\":[\"ROOT\"]}",
                "{\"name\":\"x\",\"scopeLevel\":\"PROJECT\",\"scope\":\"none\"}",
                "{\"name\":\"%s\"}".formatted("n".repeat(65)))) {
            assertThat(tom.postJson(TOKENS, wish).statusCode()).as(wish).isEqualTo(400);
        }
        assertThat(tom.get(TOKENS).body()).isEqualTo("[]");
    }

    private static String path(JsonNode token) {
        return TOKENS + "/" + token.path("id").asString();
    }

    private static String id(String local) {
        return ENGINE + "." + local;
    }
}
