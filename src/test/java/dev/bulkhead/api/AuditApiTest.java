package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record over HTTP, and what gets into it at the door: cases B1 and B11. */
class AuditApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void removeGuests() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void anActionIsThereAsIntentAndOutcomeWithWhoAndWhere() {
        String id = ENGINE + "." + backend.add("=audited", InstanceState.STOPPED);
        await().until(() -> administrator().get("/api/v1/instances/" + id).statusCode() == 200);
        administrator().postJson("/api/v1/instances/" + id + "/actions", "{\"action\": \"start\"}");
        await().until(() -> rows("?target=" + id + "&outcome=DONE").size() == 1);

        JsonNode rows = rows("?target=" + id);
        assertThat(rows).hasSize(2);
        JsonNode intent = rows.path(1);
        assertThat(intent.path("outcome").asString()).isEqualTo("INTENT");
        assertThat(intent.path("verb").asString()).isEqualTo("start");
        assertThat(intent.path("actor").asString()).isEqualTo(USER);
        assertThat(intent.path("proof").asString()).isEqualTo("PASSWORD");
        assertThat(intent.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(intent.path("targetName").asString()).isEqualTo("=audited");
        assertThat(rows.path(0).path("operation")).isEqualTo(intent.path("operation"));
        assertThat(rows.path(0).path("seq").asLong())
                .isGreaterThan(intent.path("seq").asLong());
        assertThat(rows("?target=" + id + "&until=" + Instant.EPOCH)).isEmpty();

        HttpResponse<String> csv = administrator().with("Accept", "text/csv").get("/api/v1/audit?target=" + id);
        assertThat(csv.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .contains(",\"'=audited\",")
                .doesNotContain("\"=");
        HttpResponse<String> lines =
                administrator().with("Accept", "application/x-ndjson").get("/api/v1/audit?target=" + id);
        assertThat(lines.body().lines().map(AuditApiTest::json)).containsExactly(rows.path(0), rows.path(1));
        assertThat(administrator().get("/api/v1/audit?as=CSV&target=" + id).body())
                .isEqualTo(csv.body());
        assertThat(rows("?verb=audit.export").size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void signInAndSignOutAreThereUnderOneName() {
        HttpCaller visitor = anyone();
        visitor.signIn("Ada", PASSWORD);

        JsonNode row = rows("?verb=sign-in&outcome=DONE").path(0);
        assertThat(row.path("actor").asString()).isEqualTo(USER);
        assertThat(row.path("proof").asString()).isEqualTo("SESSION");
        assertThat(row.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(row.path("signIn").asString()).hasSize(10);
        assertThat(row.toString()).doesNotContain(visitor.session());
    }

    /** Whatever was typed as a name may be a password. */
    @Test
    void aRefusedSignInTellsKnownNamesOnly() {
        // How many refusals are written in full is counted for each address, and other tests have theirs.
        HttpCaller caller = new HttpCaller(port, "127.0.0.8");
        caller.signIn(USER, "wrong canary-1");
        caller.signIn("canary-2", "wrong canary-3");

        assertThat(rows("?verb=sign-in&outcome=REFUSED&actor=" + USER)
                        .path(0)
                        .path("detail")
                        .asString())
                .isEqualTo("wrong password");
        assertThat(rows("?verb=sign-in&outcome=REFUSED").path(0).path("actor").asString())
                .isEmpty();
        assertThat(administrator().get("/api/v1/audit?as=NDJSON").body()).doesNotContain("canary");
    }

    @Test
    void aChangeOfRightsIsThereBeforeItIsDoneAndAfterIncludingOneThatWasNotPossible() {
        String user = "{\"name\": \"grace\", \"password\": \"canary-4 is a password\"}";
        assertThat(administrator().postJson("/api/v1/users", user).statusCode()).isEqualTo(201);
        assertThat(administrator().postJson("/api/v1/users", user).statusCode()).isEqualTo(409);

        assertThat(rows("?verb=user.add&target=grace").findValuesAsString("outcome"))
                .containsExactly("FAILED", "INTENT", "DONE", "INTENT");
        assertThat(administrator().get("/api/v1/audit?as=NDJSON").body()).doesNotContain("canary");
        administrator().postJson("/api/v1/audit/verification", "");
        await().until(() -> verification().path("state").asString().equals("INTACT"));
    }

    @Test
    void aFloodOfWrongPasswordsLeavesFewRows() {
        for (int i = 0; i < 40; i++) {
            new HttpCaller(port, "127.0.0.9")
                    .basic("nobody-" + i, "x".repeat(300))
                    .get("/api/v1/hosts");
        }
        assertThat(rows("?verb=sign-in&outcome=REFUSED&size=500")
                        .valueStream()
                        .filter(row -> row.path("address").asString().equals("127.0.0.9")))
                .hasSizeBetween(1, 20);
    }

    @Test
    void verificationIsAskedForAndTold() {
        rows("");
        HttpResponse<String> asked = administrator().postJson("/api/v1/audit/verification", "");
        assertThat(asked.statusCode()).isEqualTo(202);
        await().until(() -> verification().path("proven").isNull()
                && verification().path("state").asString().equals("INTACT"));
        assertThat(verification().path("rows").asLong()).isPositive();

        jdbc.sql("update audit set actor = actor || 'x' where seq = 1").update();
        administrator().postJson("/api/v1/audit/verification", "");
        await().until(() -> verification().path("state").asString().equals("BROKEN"));
        assertThat(verification().path("firstBadRow").asLong()).isEqualTo(1);
        assertThat(verification().path("fault").asString()).isEqualTo("CHANGED");
        jdbc.sql("update audit set actor = substring(actor from 1 for char_length(actor) - 1) where seq = 1")
                .update();
    }

    @Test
    void wrongFiltersAreRefusedInWords() {
        HttpResponse<String> refused = administrator().get("/api/v1/audit?outcome=maybe");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("outcome cannot be maybe");
        assertThat(anyone().get("/api/v1/audit").statusCode()).isEqualTo(401);
    }

    private JsonNode rows(String query) {
        HttpResponse<String> answer = administrator().get("/api/v1/audit" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).path("items");
    }

    private JsonNode verification() {
        return json(administrator().get("/api/v1/audit/verification").body());
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
