package dev.bulkhead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.ActionNames;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over HTTP, on a fake engine. */
class ApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();

    @AfterEach
    void removeGuests() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
    }

    @Test
    void listsWhatTheEnginesHave() {
        String id = running("web-01");
        JsonNode item = json(administrator().get("/api/v1/instances?q=web-01"))
                .path("items")
                .path(0);
        assertThat(item.path("id").asString()).isEqualTo(id);
        assertThat(item.path("name").asString()).isEqualTo("web-01");
        assertThat(item.path("kind").asString()).isEqualTo("VIRTUAL_MACHINE");
        assertThat(item.path("state").asString()).isEqualTo("RUNNING");
        assertThat(item.path("host").asString()).isEqualTo("lab");
        assertThat(item.path("engine").asString()).isEqualTo(ENGINE.value());
        assertThat(item.has("project")).isTrue();
        assertThat(item.path("addresses").isArray()).isTrue();
        assertThat(json(administrator().get("/api/v1/instances/" + id))).isEqualTo(item);
    }

    @Test
    void filtersAndPages() {
        running("a-1");
        running("a-2");
        stopped("a-3");
        assertThat(total("?q=a-")).isEqualTo(3);
        assertThat(total("?q=a-&state=STOPPED")).isEqualTo(1);
        assertThat(total("?q=a-&state=STOPPED,RUNNING&kind=VIRTUAL_MACHINE&host=lab"))
                .isEqualTo(3);
        assertThat(total("?q=a-&kind=SYSTEM_CONTAINER")).isZero();
        assertThat(total("?q=a-&host=elsewhere")).isZero();

        JsonNode second = json(administrator().get("/api/v1/instances?q=a-&page=1&size=2"));
        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").path(0).path("name").asString()).isEqualTo("a-3");
        assertThat(json(administrator().get("/api/v1/instances?page=2000000000&size=500"))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void anActionBecomesAnOperation() {
        String id = stopped("db-01");
        HttpResponse<String> answer =
                administrator().postJson("/api/v1/instances/" + id + "/actions", "{\"action\":\"start\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode operation = json(answer);
        String address = answer.headers().firstValue("location").orElseThrow();
        assertThat(address)
                .isEqualTo("/api/v1/operations/" + operation.path("id").asString());
        assertThat(operation.path("action").asString()).isEqualTo("start");
        assertThat(operation.path("instance").asString()).isEqualTo(id);
        assertThat(operation.path("actor").asString()).isEqualTo(USER);
        await().untilAsserted(() -> assertThat(
                        json(administrator().get(address)).path("state").asString())
                .isEqualTo("SUCCEEDED"));
        await().untilAsserted(() -> assertThat(json(administrator().get("/api/v1/instances/" + id))
                        .path("state")
                        .asString())
                .isEqualTo("RUNNING"));
        assertThat(json(administrator().get("/api/v1/operations?instance=" + id))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        problem(administrator().send("DELETE", address), 409, "conflict");
    }

    @Test
    void refusesWhatCannotBe() {
        String id = running("web-02");
        String actions = "/api/v1/instances/" + id + "/actions";
        JsonNode unknown =
                problem(administrator().postJson(actions, "{\"action\":\"explode\"}"), 400, "invalid-request");
        for (Action action : Action.values()) {
            assertThat(unknown.path("detail").asString()).contains(ActionNames.of(action));
        }
        problem(administrator().postJson(actions, "{}"), 400, "invalid-request");
        problem(administrator().postJson(actions, "{\"action\":"), 400, "invalid-request");
        problem(administrator().postJson(actions, "{\"action\":\"start\"}"), 409, "conflict");
        problem(administrator().postForm(actions, "action", "start"), 415, "unsupported-media-type");
        problem(administrator().send("DELETE", actions), 405, "method-not-allowed");
        problem(
                administrator().postJson("/api/v1/instances/lab-libvirt.nobody/actions", "{\"action\":\"start\"}"),
                404,
                "not-found");
        for (String path :
                List.of("instances/nobody", "instances/lab-libvirt.x", "hosts/x", "hosts/_", "operations/x", "x")) {
            problem(administrator().get("/api/v1/" + path), 404, "not-found");
        }
        for (String query : List.of("kind=CAT", "state=running", "size=0", "size=501", "page=-1", "page=x", "sort=x")) {
            problem(administrator().get("/api/v1/instances?" + query), 400, "invalid-request");
        }
        assertThat(administrator().get("/api/v1/instances?kind=CAT").body())
                .contains("VIRTUAL_MACHINE", "SYSTEM_CONTAINER", "APPLICATION_CONTAINER");
        problem(administrator().postJson(actions, "x".repeat(300_000)), 413, "too-large");
    }

    @Test
    void actsOnManyAndNamesThoseThatCannot() {
        String stopped = stopped("m-1");
        String running = running("m-2");
        JsonNode outcome = json(administrator()
                .postJson(
                        "/api/v1/instances/actions",
                        "{\"action\":\"start\",\"ids\":[\"%s\",\"%s\",\"nobody\"]}".formatted(stopped, running)));
        assertThat(outcome.path("accepted")).hasSize(1);
        assertThat(outcome.path("accepted").path(0).path("instance").asString()).isEqualTo(stopped);
        assertThat(outcome.path("refused").propertyNames()).containsExactlyInAnyOrder(running, "nobody");
        problem(
                administrator().postJson("/api/v1/instances/actions", "{\"action\":\"start\",\"ids\":[]}"),
                400,
                "invalid-request");
    }

    @Test
    void tellsOfHostsAndEngines() {
        await().untilAsserted(() -> {
            JsonNode engine = json(administrator().get("/api/v1/engines")).path(0);
            assertThat(engine.path("id").asString()).isEqualTo(ENGINE.value());
            assertThat(engine.path("health").asString()).isEqualTo("UP");
        });
        JsonNode host = json(administrator().get("/api/v1/hosts")).path(0);
        assertThat(host.path("id").asString()).isEqualTo("lab");
        assertThat(json(administrator().get("/api/v1/hosts/lab")).path("engines"))
                .hasSize(1);
    }

    @Test
    void isDescribedWithItsClosedLists() {
        JsonNode description = json(administrator().get("/api/v1/openapi.json"));
        assertThat(description.path("paths").propertyNames())
                .contains(
                        "/api/v1/hosts",
                        "/api/v1/hosts/{id}",
                        "/api/v1/engines",
                        "/api/v1/instances",
                        "/api/v1/instances/{id}",
                        "/api/v1/instances/{id}/actions",
                        "/api/v1/instances/actions",
                        "/api/v1/operations",
                        "/api/v1/operations/{id}",
                        "/api/v1/events")
                .doesNotContain("/error");
        JsonNode schemas = description.path("components").path("schemas");
        assertThat(texts(schemas.path("Action").path("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Action.values()).map(ActionNames::of).toList());
        assertThat(texts(schemas.path("Instance")
                        .path("properties")
                        .path("state")
                        .path("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(InstanceState.values()).map(Enum::name).toList());
    }

    private String running(String name) {
        return known(backend.add(name, InstanceState.RUNNING));
    }

    private String stopped(String name) {
        return known(backend.add(name, InstanceState.STOPPED));
    }

    private String known(String localId) {
        String id = ENGINE.value() + "." + localId;
        await().untilAsserted(() -> assertThat(
                        administrator().get("/api/v1/instances/" + id).statusCode())
                .isEqualTo(200));
        return id;
    }

    private int total(String query) {
        return json(administrator().get("/api/v1/instances" + query))
                .path("total")
                .asInt();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/json");
        return JSON.readTree(answer.body());
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + slug);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.bulkhead");
        return problem;
    }
}
