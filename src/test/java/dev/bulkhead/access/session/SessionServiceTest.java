package dev.bulkhead.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One's own sessions and those of others, listed and ended from elsewhere. */
class SessionServiceTest extends ServerTest {

    private static final String SESSIONS = "/api/v1/me/sessions";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    private ApplicationContext application;

    private String name;
    private UUID person;

    @BeforeEach
    void aPerson() {
        name = "sits-" + UUID.randomUUID().toString().substring(0, 8);
        person = new TestAccess(application).person(name, PASSWORD, Role.VIEWER);
    }

    private HttpCaller browser(String from) {
        HttpCaller browser = new HttpCaller(port, from);
        browser.with("User-Agent", FIREFOX).with("Sec-Fetch-Site", "same-origin");
        browser.signIn(name, PASSWORD);
        return browser;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void onesOwnAreListedWithWhereTheyAreAndWhichOneAsks() {
        HttpCaller here = browser("127.0.0.41");
        browser("127.0.0.42");

        JsonNode listed = json(here.get(SESSIONS));

        assertThat(listed).hasSize(2);
        assertThat(listed.get(0).path("current").asBoolean()).isTrue();
        assertThat(listed.get(0).path("address").asString()).isEqualTo("127.0.0.41");
        assertThat(listed.get(0).path("browser").asString()).isEqualTo("Firefox on Linux");
        assertThat(listed.get(1).path("current").asBoolean()).isFalse();
        assertThat(listed.get(1).path("address").asString()).isEqualTo("127.0.0.42");
        assertThat(listed.toString()).doesNotContain(here.session());
    }

    @Test
    void oneIsEndedFromAnotherAndTheRestStay() {
        HttpCaller here = browser("127.0.0.41");
        HttpCaller there = browser("127.0.0.42");
        HttpCaller third = browser("127.0.0.43");
        String id = json(there.get(SESSIONS)).get(0).path("id").asString();

        assertThat(here.send("DELETE", SESSIONS + "/" + id).statusCode()).isEqualTo(204);

        assertThat(there.get(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(json(third.get(SESSIONS))).hasSize(2);
        assertThat(here.send("DELETE", SESSIONS + "/" + id).statusCode()).isEqualTo(404);
        assertThat(here.send("DELETE", SESSIONS).statusCode()).isEqualTo(204);
        assertThat(third.get(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(json(here.get(SESSIONS))).hasSize(1);
    }

    @Test
    void nobodySeesOrEndsThoseOfOthersButAnAdministrator() {
        HttpCaller here = browser("127.0.0.41");
        String of = "/api/v1/users/" + person + "/sessions";
        String id = json(here.get(SESSIONS)).get(0).path("id").asString();
        new TestAccess(application).person("peeps", PASSWORD, Role.MANAGER);
        HttpCaller other = new HttpCaller(port).basic("peeps", PASSWORD);

        assertThat(other.get(of).statusCode()).isEqualTo(403);
        assertThat(other.send("DELETE", of + "/" + id).statusCode()).isEqualTo(403);
        assertThat(other.send("DELETE", SESSIONS + "/" + id).statusCode()).isEqualTo(404);

        assertThat(json(administrator().get(of))).hasSize(1);
        assertThat(administrator().send("DELETE", of + "/" + id).statusCode()).isEqualTo(204);
        assertThat(here.get(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(administrator().get("/api/v1/audit?verb=session.end&limit=5").body())
                .contains(name, id);
    }
}
