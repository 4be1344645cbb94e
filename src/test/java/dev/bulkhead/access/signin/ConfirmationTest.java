package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.access.session.TestSessions;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.ServerTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Case B3 and what asks for it: an open session is not enough for what gives power for good. */
class ConfirmationTest extends ServerTest {

    private static final String GRANTS = "/api/v1/grants";

    @Autowired
    private ApplicationContext application;

    private final String name = "boss-" + UUID.randomUUID().toString().substring(0, 8);
    private UUID person;
    private HttpCaller page;

    @BeforeEach
    void anAdministratorWhoSignedInLongAgo() {
        TestAccess access = new TestAccess(application);
        access.person(name, PASSWORD, Role.ADMINISTRATOR, Role.HOST_LEVEL);
        person = access.person("rises-" + name, PASSWORD);
        page = new HttpCaller(port);
        page.with("Sec-Fetch-Site", "same-origin");
        page.signIn(name, PASSWORD);
        TestSessions.forgetConfirmations(application, name);
    }

    private HttpResponse<String> give(HttpCaller caller, String role) {
        return caller.postJson(GRANTS, """
                {"subjectKind":"USER","subject":"%s","role":"%s","scopeLevel":"INSTALLATION"}""".formatted(person, role));
    }

    private HttpResponse<String> confirm(String secret) {
        return page.postJson("/api/v1/me/confirmation", "{\"secret\":\"" + secret + "\"}");
    }

    @Test
    void administratorsAndHostLevelAreMadeAfterAConfirmationInThatSession() {
        for (String role : new String[] {"administrator", "host-level"}) {
            HttpResponse<String> refused = give(page, role);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("/problems/re-authentication-required");
        }
        assertThat(give(page, "manager").statusCode()).isEqualTo(201);

        String before = page.session();
        assertThat(confirm("wrong password").statusCode()).isEqualTo(400);
        assertThat(page.session()).isEqualTo(before);
        assertThat(give(page, "administrator").statusCode()).isEqualTo(403);
        assertThat(confirm(PASSWORD).statusCode()).isEqualTo(204);
        assertThat(page.session()).isNotEqualTo(before);
        assertThat(give(page, "administrator").statusCode()).isEqualTo(201);
        assertThat(give(page, "host-level").statusCode()).isEqualTo(201);

        HttpCaller elsewhere = new HttpCaller(port);
        elsewhere.with("Sec-Fetch-Site", "same-origin").signIn(name, PASSWORD);
        TestSessions.forgetConfirmations(application, name);
        assertThat(confirm(PASSWORD).statusCode()).isEqualTo(204);
        assertThat(give(elsewhere, "administrator").statusCode()).isEqualTo(403);
    }

    @Test
    void aRequestThatBringsItsPasswordIsConfirmedByItself() {
        assertThat(give(new HttpCaller(port).basic(name, PASSWORD), "administrator")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void nobodyGetsAroundItByAGroupOrAnothersPassword() {
        HttpCaller program = new HttpCaller(port).basic(name, PASSWORD);
        String group = program.postJson("/api/v1/groups", "{\"name\":\"bosses-" + name + "\"}")
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(program.postJson(GRANTS, """
                        {"subjectKind":"GROUP","subject":"%s","role":"administrator","scopeLevel":"INSTALLATION"}""".formatted(group)).statusCode()).isEqualTo(201);

        assertThat(page.sendJson("PUT", "/api/v1/groups/" + group + "/members", "[\"" + person + "\"]")
                        .body())
                .contains("/problems/re-authentication-required");
        assertThat(page.sendJson("PATCH", "/api/v1/users/" + person, "{\"password\":\"another long word\"}")
                        .body())
                .contains("/problems/re-authentication-required");
        assertThat(confirm(PASSWORD).statusCode()).isEqualTo(204);
        assertThat(page.sendJson("PUT", "/api/v1/groups/" + group + "/members", "[\"" + person + "\"]")
                        .statusCode())
                .isEqualTo(204);
    }
}
