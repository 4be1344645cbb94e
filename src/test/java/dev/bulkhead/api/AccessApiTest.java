package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rights by the API: given, used, refused, explained and taken. */
class AccessApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MINE = "mine-01";
    private static final String THEIRS = "theirs-01";

    @Autowired
    private ApplicationContext application;

    private String mine = "";
    private String theirs = "";
    private String project = "";
    private String bob = "";

    @BeforeEach
    void twoInstancesAndOnePersonWithOneOfThem() {
        mine = known(backend.add(MINE, InstanceState.STOPPED));
        theirs = known(backend.add(THEIRS, InstanceState.STOPPED));
        bob = new TestAccess(application).person("bob", PASSWORD).toString();
        project = json(administrator().postJson("/api/v1/projects", "{\"name\":\"bob's\"}"))
                .path("id")
                .asString();
        done(administrator().postJson("/api/v1/projects/" + project + "/instances", "[\"" + mine + "\"]"));
    }

    @AfterEach
    void removeGuestsAndProject() {
        backend.guests().forEach(guest -> backend.remove(guest.id().local()));
        done(administrator().send("DELETE", "/api/v1/projects/" + project));
    }

    @Test
    void whoHasNoGrantSeesAnEmptyHouse() {
        problem(bob().get("/api/v1/instances"), 403, "forbidden");
        problem(bob().get("/api/v1/instances/" + mine), 403, "forbidden");
        problem(bob().get("/api/v1/users"), 403, "forbidden");
        assertThat(json(bob().get("/api/v1/me")).path("name").asString()).isEqualTo("bob");
        assertThat(json(bob().get("/api/v1/me/access"))).isEmpty();
        assertThat(json(bob().get("/api/v1/projects"))).isEmpty();
    }

    @Test
    void aProjectIsAllThatItsUserSees() {
        give("user", "PROJECT", project);
        assertThat(names(bob())).containsExactly(MINE);
        assertThat(json(bob().get("/api/v1/instances?q=theirs")).path("total").asInt())
                .isZero();
        assertThat(bob().get("/api/v1/instances/" + mine).statusCode()).isEqualTo(200);
        assertThat(json(bob().get("/api/v1/projects")).path(0).path("name").asString())
                .isEqualTo("bob's");
        problem(bob().get("/api/v1/hosts"), 403, "forbidden");
    }

    /** The same words for what is hidden as for what never was. */
    @Test
    void whatIsHiddenIsAnsweredAsWhatIsNot() {
        give("user", "PROJECT", project);
        String never = ENGINE.value() + ".never";
        for (String id : List.of(theirs, never)) {
            HttpResponse<String> answer = bob().get("/api/v1/instances/" + id);
            assertThat(problem(answer, 404, "not-found").path("detail").asString())
                    .isEqualTo("There is no instance " + id);
            for (String path : List.of("/actions", "/consoles")) {
                String body = path.equals("/actions") ? "{\"action\":\"start\"}" : "{\"kind\":\"exec\"}";
                HttpResponse<String> refused = bob().postJson("/api/v1/instances/" + id + path, body);
                assertThat(problem(refused, 404, "not-found").path("detail").asString())
                        .isEqualTo("There is no such instance");
            }
        }
        JsonNode bulk = json(bob().postJson(
                        "/api/v1/instances/actions",
                        "{\"action\":\"start\",\"ids\":[\"" + theirs + "\",\"" + never + "\"]}"));
        assertThat(bulk.path("refused").path(theirs))
                .isEqualTo(bulk.path("refused").path(never));
        assertThat(backend.guests())
                .filteredOn(guest -> guest.name().equals(THEIRS))
                .allMatch(guest -> guest.state() == InstanceState.STOPPED);
    }

    @Test
    void instancesAreFoundByTheProjectThatTheyArePutInto() {
        JsonNode found = json(administrator().get("/api/v1/instances?project=bob's"));
        assertThat(found.path("items")).hasSize(1);
        assertThat(found.path("items").path(0).path("name").asString()).isEqualTo(MINE);
        assertThat(found.path("items").path(0).path("project").asString()).isEqualTo("bob's");
        assertThat(found.path("items").path(0).has("engineProject")).isTrue();
        assertThat(json(administrator().get("/api/v1/instances/" + theirs))
                        .path("project")
                        .asString())
                .isEqualTo("default");
    }

    @Test
    void aPreviewTellsAndChangesNothing() {
        String give = "{\"give\":" + grant(bob, "operator", "PROJECT", project) + "}";
        JsonNode told = json(administrator().postJson("/api/v1/grants/preview", give));
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("user").path("name").asString()).isEqualTo("bob");
        assertThat(told.path(0).path("gained").valueStream().map(JsonNode::asString))
                .contains("INSTANCE_OPERATE")
                .doesNotContain("CONSOLE_CONTROL");
        problem(bob().get("/api/v1/instances"), 403, "forbidden");

        String given = give("operator", "PROJECT", project);
        JsonNode taken = json(administrator().postJson("/api/v1/grants/preview", "{\"take\":[\"" + given + "\"]}"));
        assertThat(taken.path(0).path("lost")).isEqualTo(told.path(0).path("gained"));
        assertThat(names(bob())).containsExactly(MINE);
        problem(administrator().postJson("/api/v1/grants/preview", "{}"), 400, "invalid-request");
    }

    @Test
    void tasksAreThoseOfWhatOneSees() {
        give("user", "PROJECT", project);
        String hidden = json(administrator()
                        .postJson("/api/v1/instances/" + theirs + "/actions", "{\"action\":\"start\"}"))
                .path("id")
                .asString();
        String seen = json(bob().postJson("/api/v1/instances/" + mine + "/actions", "{\"action\":\"start\"}"))
                .path("id")
                .asString();
        JsonNode tasks = json(bob().get("/api/v1/operations"));
        assertThat(tasks.path("items")
                        .valueStream()
                        .map(task -> task.path("instance")
                                .asString(task.path("target").asString())))
                .isNotEmpty()
                .allMatch(mine::equals);
        assertThat(bob().get("/api/v1/operations/" + seen).statusCode()).isEqualTo(200);
        problem(bob().get("/api/v1/operations/" + hidden), 404, "not-found");
        problem(bob().send("DELETE", "/api/v1/operations/" + hidden), 404, "not-found");
    }

    @Test
    void eachRoleMayWhatItSays() {
        give("viewer", "PROJECT", project);
        String act = "/api/v1/instances/" + mine + "/actions";
        problem(bob().postJson(act, "{\"action\":\"start\"}"), 403, "forbidden");
        problem(bob().postJson("/api/v1/instances/" + mine + "/consoles", "{\"kind\":\"exec\"}"), 403, "forbidden");

        give("operator", "PROJECT", project);
        assertThat(bob().postJson(act, "{\"action\":\"start\"}").statusCode()).isEqualTo(202);
        problem(bob().postJson("/api/v1/instances/" + mine + "/consoles", "{\"kind\":\"exec\"}"), 403, "forbidden");

        give("user", "PROJECT", project);
        assertThat(bob().postJson("/api/v1/instances/" + mine + "/consoles", "{\"kind\":\"exec\"}")
                        .statusCode())
                .isEqualTo(201);
        await().untilAsserted(() -> problem(bob().postJson(act, "{\"action\":\"delete\"}"), 403, "forbidden"));
    }

    @Test
    void aProjectsAdministratorGivesRightsThereAndNowhereElse() {
        give("administrator", "PROJECT", project);
        String eve = new TestAccess(application).person("eve", PASSWORD).toString();
        new TestAccess(application).person("without-rights", PASSWORD);

        assertThat(bob().postJson("/api/v1/grants", grant(eve, "manager", "PROJECT", project))
                        .statusCode())
                .isEqualTo(201);
        problem(bob().postJson("/api/v1/grants", grant(bob, "viewer", "INSTALLATION", "")), 403, "forbidden");
        problem(bob().postJson("/api/v1/grants", grant(bob, "host-level", "HOST", "lab")), 404, "not-found");
        problem(bob().postJson("/api/v1/projects/" + project + "/instances", "[\"" + theirs + "\"]"), 404, "not-found");
        problem(bob().postJson("/api/v1/users", "{\"name\":\"x\",\"password\":\"long enough pw\"}"), 403, "forbidden");
        assertThat(json(bob().get("/api/v1/instances/" + mine + "/access"))
                        .valueStream()
                        .map(each -> each.path("user").path("name").asString()))
                // Others of this server may hold rights everywhere.
                .contains(USER, "bob", "eve")
                .doesNotContain("without-rights");
    }

    @Test
    void aRoleOfOnesOwnIsMadeGivenAndDeletedWhenNobodyHasIt() {
        JsonNode role = json(administrator()
                .postJson("/api/v1/roles", "{\"name\":\"janitor\",\"permissions\":[\"INSTANCE_DELETE\"]}"));
        assertThat(role.path("permissions").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("INSTANCE_VIEW", "HOST_VIEW", "OPERATION_VIEW", "INSTANCE_DELETE");
        JsonNode given = json(administrator().postJson("/api/v1/grants", grant(bob, "janitor", "PROJECT", project)));
        assertThat(bob().postJson("/api/v1/instances/" + mine + "/actions", "{\"action\":\"delete\"}")
                        .statusCode())
                .isEqualTo(403);
        problem(administrator().send("DELETE", "/api/v1/roles/janitor"), 409, "conflict");
        done(administrator().send("DELETE", "/api/v1/grants/" + given.path("id").asString()));
        done(administrator().send("DELETE", "/api/v1/roles/janitor"));
    }

    @Test
    void theLastAdministratorStays() {
        takeAdministrationFromAllOthers();
        JsonNode own = json(administrator().get("/api/v1/me/access"));
        String id = own.valueStream()
                .flatMap(each -> each.path("because").valueStream())
                .filter(grant -> grant.path("role").asString().equals("administrator"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        JsonNode refusal = problem(administrator().send("DELETE", "/api/v1/grants/" + id), 409, "conflict");
        assertThat(refusal.path("detail").asString()).contains("somebody else an administrator first");
        String ada = json(administrator().get("/api/v1/me")).path("id").asString();
        problem(administrator().sendJson("PATCH", "/api/v1/users/" + ada, "{\"enabled\":false}"), 409, "conflict");
    }

    /** Those that other tests made; else it would be taken from the one that all need. */
    private void takeAdministrationFromAllOthers() {
        String own = json(administrator().get("/api/v1/me")).path("id").asString();
        json(administrator().get("/api/v1/grants"))
                .valueStream()
                .filter(grant -> grant.path("role").asString().equals("administrator"))
                .filter(grant -> !grant.path("subject").asString().equals(own))
                .forEach(grant -> done(administrator()
                        .send("DELETE", "/api/v1/grants/" + grant.path("id").asString())));
    }

    @Test
    void whoIsDisabledIsAStranger() {
        give("user", "PROJECT", project);
        assertThat(bob().get("/api/v1/me").statusCode()).isEqualTo(200);
        json(administrator().sendJson("PATCH", "/api/v1/users/" + bob, "{\"enabled\":false}"));
        problem(bob().get("/api/v1/me"), 401, "unauthenticated");
        json(administrator().sendJson("PATCH", "/api/v1/users/" + bob, "{\"enabled\":true}"));
        assertThat(bob().get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        problem(administrator().postJson("/api/v1/users", "{}"), 400, "invalid-request");
        problem(
                administrator().postJson("/api/v1/users", "{\"name\":\"zoe\",\"password\":\"short\"}"),
                400,
                "invalid-request");
        problem(
                administrator().postJson("/api/v1/users", "{\"name\":\"bob\",\"password\":\"long enough pw\"}"),
                409,
                "conflict");
        problem(administrator().postJson("/api/v1/projects", "{}"), 400, "invalid-request");
        problem(administrator().postJson("/api/v1/projects", "{\"name\":\"bob's\"}"), 409, "conflict");
        problem(administrator().postJson("/api/v1/grants", "{}"), 400, "invalid-request");
        problem(
                administrator().postJson("/api/v1/grants", grant(bob, "emperor", "INSTALLATION", "")),
                404,
                "not-found");
        problem(
                administrator().postJson("/api/v1/grants", grant(bob, "host-level", "PROJECT", project)),
                400,
                "invalid-request");
        problem(
                administrator().postJson("/api/v1/grants", grant(bob, "viewer", "PROJECT", "x")),
                400,
                "invalid-request");
        problem(
                administrator().postJson("/api/v1/roles", "{\"name\":\"root\",\"permissions\":[\"HOST_LEVEL\"]}"),
                400,
                "invalid-request");
        problem(administrator().send("DELETE", "/api/v1/roles/viewer"), 409, "conflict");
    }

    private String give(String role, String level, String scope) {
        return json(administrator().postJson("/api/v1/grants", grant(bob, role, level, scope)))
                .path("id")
                .asString();
    }

    private static String grant(String subject, String role, String level, String scope) {
        return """
                {"subjectKind":"USER","subject":"%s","role":"%s","scopeLevel":"%s","scope":"%s"}""".formatted(subject, role, level, scope);
    }

    private HttpCaller bob() {
        return anyone().basic("bob", PASSWORD);
    }

    private static List<String> names(HttpCaller caller) {
        return json(caller.get("/api/v1/instances"))
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private String known(String localId) {
        String id = ENGINE.value() + "." + localId;
        await().untilAsserted(() -> assertThat(
                        administrator().get("/api/v1/instances/" + id).statusCode())
                .isEqualTo(200));
        return id;
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }
}
