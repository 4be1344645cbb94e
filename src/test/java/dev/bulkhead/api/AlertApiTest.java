package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.alert.TestRules;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.HttpSink;
import dev.bulkhead.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules, targets and alerts by the API: made, changed, deleted, on record, and narrowed to what the reader may see. */
class AlertApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RULES = "/api/v1/alerts/rules";
    private static final String TARGETS = "/api/v1/alerts/targets";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DataSource database;

    @AfterEach
    void clean() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
        json(administrator().get(TARGETS).body())
                .forEach(target -> administrator()
                        .send("DELETE", TARGETS + "/" + target.path("id").asString()));
        JdbcClient.create(database)
                .sql("delete from alert where rule_name = 'Too busy'")
                .update();
    }

    private static JsonNode json(String body) {
        return JSON.readTree(body);
    }

    @Test
    void aRuleIsMadeChangedAndDeletedAndThatIsOnRecord() {
        String made = administrator().postJson(RULES, """
                {"name":"Guest off","signal":"INSTANCE_OFF","holdSeconds":0,"clearSeconds":0}""").body();
        String id = json(made).path("id").asString();
        assertThat(json(made).path("enabled").asBoolean()).isTrue();

        administrator().sendJson("PUT", RULES + "/" + id, """
                {"name":"Guest off","signal":"INSTANCE_OFF","place":"HOST","placeId":"lab","enabled":false}""");
        assertThat(administrator().get(RULES).body()).contains("\"placeId\":\"lab\"");
        assertThat(administrator().send("DELETE", RULES + "/" + id).statusCode())
                .isEqualTo(204);
        assertThat(administrator().send("DELETE", RULES + "/" + id).statusCode())
                .isEqualTo(404);
        assertThat(administrator().get("/api/v1/audit?size=50").body())
                .contains("alert.rule.add", "alert.rule.change", "alert.rule.delete");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        problem(administrator().postJson(RULES, "{\"name\":\"x\"}"), 400, "invalid-request");
        problem(administrator().postJson(RULES, """
                {"name":"x","signal":"INSTANCE_CPU","threshold":0.8,"clearing":0.9}"""), 400, "invalid-request");
        problem(administrator().postJson(RULES, """
                {"name":"x","signal":"HOST_MEMORY","threshold":0.8,"place":"LABEL","placeId":"a"}"""), 400, "invalid-request");
        JsonNode refused = problem(administrator().postJson(TARGETS, """
                {"name":"x","form":"JSON","address":"http://192.0.2.1/secret-canary"}"""), 400, "invalid-request");
        assertThat(refused.toString()).contains("https://").doesNotContain("canary");
        refused = problem(administrator().postJson(TARGETS, """
                {"name":"x","form":"EMAIL","address":"a@example.org"}"""), 400, "invalid-request");
        assertThat(refused.path("detail").asString()).contains("bulkhead.alert.mail.host");
    }

    /** A web address is as good as a password: it is nowhere but where it is needed. */
    @Test
    void theAddressOfATargetIsNeverTold() {
        try (HttpSink sink = new HttpSink()) {
            String made = administrator()
                    .postJson(TARGETS, """
                    {"name":"chat","form":"SLACK","address":"%s/hook-canary","mutedFrom":"00:00","mutedUntil":"23:59:30"}""".formatted(sink.address()))
                    .body();
            String id = json(made).path("id").asString();
            assertThat(administrator()
                            .postJson(TARGETS + "/" + id + "/test", "")
                            .statusCode())
                    .isEqualTo(202);
            await().untilAsserted(() -> assertThat(sink.posts()).hasSize(1));
            assertThat(sink.posts().getFirst().path()).isEqualTo("/hook-canary");

            String changed =
                    administrator().sendJson("PUT", TARGETS + "/" + id, """
                    {"name":"the chat","form":"SLACK","enabled":true}""").body();
            administrator().postJson(TARGETS + "/" + id + "/test", "");
            await().untilAsserted(() -> assertThat(sink.posts()).hasSize(2));
            assertThat(sink.posts().getLast().path()).as("it stays").isEqualTo("/hook-canary");

            assertThat(made
                            + changed
                            + administrator().get(TARGETS).body()
                            + administrator().get("/api/v1/audit?size=50").body())
                    .contains("alert.target.test")
                    .doesNotContain("canary");
            assertThat(JdbcClient.create(database)
                            .sql("select address from alert_target")
                            .query(String.class)
                            .list())
                    .hasSize(1)
                    .noneMatch(address -> address.contains("canary"));
        }
    }

    @Test
    void whoSeesAnInstanceSeesItsAlertsAndNobodyElseDoes() {
        TestAccess access = new TestAccess(application);
        access.person("vera", PASSWORD, Role.VIEWER);
        access.person("nick", PASSWORD);
        TestRules.keep(database, TestRules.alert("web-01", null));
        HttpCaller vera = anyone().basic("vera", PASSWORD);
        HttpCaller nick = anyone().basic("nick", PASSWORD);

        assertThat(json(vera.get("/api/v1/alerts").body())).anySatisfy(alert -> {
            assertThat(alert.path("name").asString()).isEqualTo("web-01");
            assertThat(alert.path("detail").asString()).isEqualTo("1.95 of 2.00 CPUs");
        });
        assertThat(nick.get("/api/v1/alerts").body()).isEqualTo("[]");
        assertThat(vera.get(TARGETS).statusCode()).isEqualTo(403);
        assertThat(vera.get(RULES).statusCode()).isEqualTo(403);
    }

    /** From the inventory through a tick to who may see it. */
    @Test
    void aStateThatARuleIsAboutFiresAndClears() {
        String rule =
                json(administrator().postJson(RULES, """
                        {"name":"Crashed","signal":"INSTANCE_CRASHED","holdSeconds":0,"clearSeconds":0}""").body()).path("id").asString();
        try {
            backend.add("victim", InstanceState.CRASHED);
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(() -> assertThat(json(administrator()
                                    .get("/api/v1/alerts?firing=true")
                                    .body()))
                            .anyMatch(alert -> alert.path("name").asString().equals("victim")));
        } finally {
            administrator().send("DELETE", RULES + "/" + rule);
        }
        await().atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(
                                json(administrator().get("/api/v1/alerts").body()))
                        .anyMatch(alert -> alert.path("endedWhy").asString("").equals("RULE")
                                && Instant.parse(alert.path("endedAt").asString())
                                        .isAfter(Instant.EPOCH)));
    }
}
