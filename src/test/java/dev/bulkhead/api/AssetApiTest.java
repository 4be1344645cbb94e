package dev.bulkhead.api;

import static dev.bulkhead.api.ApiTest.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Case C22 by the API: what one project was given is nothing that another's members ever hear of. */
class AssetApiTest extends ServerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String POOL = ENGINE + ".pool.default";

    @Autowired
    private ApplicationContext application;

    private final String course = "course-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private String courseId = "";
    private String otherId = "";

    @BeforeEach
    void twoProjectsWithAViewerEach() {
        TestAccess access = new TestAccess(application);
        courseId = access.project(course).id().toString();
        otherId = access.project(other).id().toString();
        access.person("bo", PASSWORD);
        access.person("cy", PASSWORD);
        access.grant("bo", Role.VIEWER, new Scope.InProject(UUID.fromString(courseId)));
        access.grant("cy", Role.MANAGER, new Scope.InProject(UUID.fromString(otherId)));
        await().until(() -> ids(administrator(), "pools").contains(POOL));
    }

    @Test
    void onlyWhoSeesTheProjectSeesWhatItWasGiven() {
        assertThat(change(administrator(), courseId, "{\"give\":[\"" + POOL + "\"]}"))
                .isEqualTo(204);

        assertThat(ids(caller("bo"), "pools")).containsExactly(POOL);
        assertThat(ids(caller("cy"), "pools")).isEmpty();
        JsonNode pool = json(caller("bo"), "pools").path("found").path(0);
        assertThat(pool.path("at").path("projects").path(0).asString()).isEqualTo(courseId);
        assertThat(json(caller("bo"), "pools").path("engines"))
                .as("of hosts that bo sees, which are none")
                .isEmpty();
        assertThat(caller("bo").get("/api/v1/projects/" + courseId + "/assets").body())
                .contains(POOL);
        assertThat(caller("cy").get("/api/v1/projects/" + courseId + "/assets").statusCode())
                .isEqualTo(404);

        assertThat(change(administrator(), courseId, "{\"take\":[\"" + POOL + "\"]}"))
                .isEqualTo(204);
        assertThat(ids(caller("bo"), "pools")).isEmpty();
    }

    @Test
    void nobodyHelpsThemselves() {
        assertThat(change(caller("cy"), otherId, "{\"give\":[\"" + POOL + "\"]}"))
                .as("a manager of a project gives no rights there")
                .isEqualTo(403);
        new TestAccess(application).grant("cy", Role.ADMINISTRATOR, new Scope.InProject(UUID.fromString(otherId)));
        assertThat(change(caller("cy"), otherId, "{\"give\":[\"" + POOL + "\"]}"))
                .as("its administrator does not even see the pool")
                .isEqualTo(404);
        assertThat(ids(caller("cy"), "pools")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNamed() {
        String unknown = ENGINE + ".network.no-such";
        var answer = administrator()
                .sendJson("PATCH", "/api/v1/projects/" + courseId + "/assets", "{\"give\":[\"" + unknown + "\"]}");
        assertThat(problem(answer, 404, "not-found").path("detail").asString()).contains("network");
        for (String odd : List.of("", "x", "a.b.c", ENGINE + ".volume.x", "../../etc.pool.x")) {
            assertThat(change(administrator(), courseId, "{\"give\":[\"" + odd + "\"]}"))
                    .as(odd)
                    .isEqualTo(404);
        }
        assertThat(change(administrator(), UUID.randomUUID().toString(), "{\"give\":[\"" + POOL + "\"]}"))
                .isEqualTo(404);
    }

    @Test
    void itIsOnRecord() {
        change(administrator(), courseId, "{\"give\":[\"" + POOL + "\"]}");

        assertThat(administrator().get("/api/v1/audit?size=20").body())
                .contains("project.give")
                .contains(POOL)
                .contains(course);
    }

    private HttpCaller caller(String name) {
        return anyone().basic(name, PASSWORD);
    }

    private static int change(HttpCaller caller, String project, String body) {
        return caller.sendJson("PATCH", "/api/v1/projects/" + project + "/assets", body)
                .statusCode();
    }

    private static List<String> ids(HttpCaller caller, String kind) {
        return json(caller, kind)
                .path("found")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static JsonNode json(HttpCaller caller, String kind) {
        return JSON.readTree(caller.get("/api/v1/" + kind).body());
    }
}
