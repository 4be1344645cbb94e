package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Quotas and leases by the API: set, held against what comes, told, and renewed. */
class LimitsApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private ApplicationContext application;

    private TestAccess access;
    private String one = "";
    private String two = "";
    private String project = "";

    @BeforeEach
    void twoInstancesAndAProject() {
        access = new TestAccess(application);
        one = known(backend.add("sandbox-1", InstanceState.RUNNING));
        two = known(backend.add("sandbox-2", InstanceState.STOPPED));
        project = json(administrator().postJson("/api/v1/projects", "{\"name\":\"sandboxes\"}"))
                .path("id")
                .asString();
    }

    @AfterEach
    void remove() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
        administrator().send("DELETE", "/api/v1/projects/" + project);
    }

    @Test
    void aFullProjectTakesNothingIn() {
        set("{\"quota\":{\"instances\":1,\"cpus\":1.5}}");
        JsonNode refused = problem(put(one, two), 409, "conflict");
        assertThat(refused.path("detail").asString()).contains("instances: 0 + 2 of 1", "CPUs: 0 + 2 of 1.5");

        assertThat(put(one).statusCode()).isEqualTo(204);
        problem(put(two), 409, "conflict");
        JsonNode limits = json(administrator().get("/api/v1/projects/" + project + "/limits"));
        assertThat(limits.path("quota").path("instances").asInt()).isEqualTo(1);
        assertThat(limits.path("quota").path("memoryBytes").isNull()).isTrue();
        assertThat(limits.path("held").path("cpus").asDouble()).isEqualTo(1.0);
        assertThat(limits.path("held").path("memoryBytes").asLong()).isEqualTo(256L << 20);
        assertThat(limits.path("lease").isNull()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsNoLimit() {
        problem(limits("{\"quota\":{\"instances\":-1}}"), 400, "invalid-request");
        problem(limits("{\"lease\":{\"hours\":0}}"), 400, "invalid-request");
        problem(limits("{\"lease\":{\"hours\":99999999999999}}"), 400, "invalid-request");
        problem(
                administrator().sendJson("PUT", "/api/v1/projects/" + new UUID(0, 0) + "/limits", "{}"),
                409,
                "conflict");
        problem(administrator().get("/api/v1/projects/" + UUID.randomUUID() + "/limits"), 404, "not-found");
    }

    @Test
    void aLeaseIsToldAndRenewedByWhoMay() {
        set("{\"lease\":{\"hours\":30}}");
        assertThat(put(one).statusCode()).isEqualTo(204);
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(endOf(one))
                        .isBetween(
                                Instant.now().plus(Duration.ofHours(29)),
                                Instant.now().plus(Duration.ofHours(30))));
        assertThat(json(administrator().get("/api/v1/instances/" + two))
                        .path("leaseEndsAt")
                        .isNull())
                .isTrue();

        access.person("olga", PASSWORD);
        Scope there = new Scope.InProject(UUID.fromString(project));
        access.grant("olga", Role.OPERATOR, there);
        problem(renew("olga", one), 403, "forbidden");
        access.grant("olga", Role.USER, there);
        problem(renew("olga", two), 404, "not-found");
        set("{\"lease\":{\"hours\":50,\"end\":\"DELETE\",\"graceHours\":48}}");
        assertThat(renew("olga", one).statusCode()).isEqualTo(200);
        assertThat(endOf(one)).isAfter(Instant.now().plus(49, ChronoUnit.HOURS));
        problem(renew(USER, two), 409, "conflict");
        JsonNode rows = json(administrator().get("/api/v1/audit?verb=lease.renew&size=2"));
        assertThat(rows.path("items").path(0).path("actor").asString()).isEqualTo("olga");
    }

    private Instant endOf(String id) {
        return Instant.parse(json(administrator().get("/api/v1/instances/" + id))
                .path("leaseEndsAt")
                .asString());
    }

    private HttpResponse<String> renew(String name, String id) {
        HttpCaller caller = anyone().basic(name, PASSWORD);
        return caller.postJson("/api/v1/instances/" + id + "/lease/renewal", "");
    }

    private HttpResponse<String> limits(String body) {
        return administrator().sendJson("PUT", "/api/v1/projects/" + project + "/limits", body);
    }

    private void set(String body) {
        assertThat(limits(body).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> put(String... ids) {
        return administrator()
                .postJson("/api/v1/projects/" + project + "/instances", "[\"" + String.join("\",\"", ids) + "\"]");
    }

    private String known(String localId) {
        String id = ENGINE.value() + "." + localId;
        await().untilAsserted(() -> assertThat(
                        administrator().get("/api/v1/instances/" + id).statusCode())
                .isEqualTo(200));
        return id;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
