package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.TestAccess;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One grant taken from a group, and all that its members have open by it. */
class RevocationTest extends GatewayTest {

    private static final int PEOPLE = 5;
    private static final int EACH = 40;
    private static final String EXEC = "{\"kind\":\"exec\",\"mode\":\"control\"}";

    @Test
    void takingAGroupsGrantClosesTwoHundredConsoles() throws Exception {
        String grant = grantToGroupOf(PEOPLE);
        List<RawWebSocket> sockets = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            HttpCaller caller = anyone().basic("member-" + person, PASSWORD);
            for (int i = 0; i < EACH; i++) {
                RawWebSocket socket = connect(ticket(caller, EXEC), basic("member-" + person, PASSWORD));
                socket.nextControl("hello");
                sockets.add(socket);
            }
        }
        RawWebSocket stays = connect(ticket(administrator(), EXEC), basic(USER, PASSWORD));
        stays.nextControl("hello");

        long began = System.nanoTime();
        assertThat(administrator().send("DELETE", "/api/v1/grants/" + grant).statusCode())
                .isEqualTo(204);
        for (RawWebSocket socket : sockets) {
            assertThat(socket.awaitClose().closeReason()).contains("no longer have the right");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(json(administrator().get("/api/v1/consoles").body())
                        .valueStream()
                        .filter(console -> console.path("instance").asString().equals(id(guest))))
                .hasSize(1);
    }

    /** Case B14. */
    @Test
    void revokingATokenClosesWhatItOpenedAndNothingElse() throws Exception {
        JsonNode token = json(administrator()
                .postJson("/api/v1/tokens", "{\"name\":\"consoles\"}")
                .body());
        String bearer = "Bearer " + token.path("token").asString();
        RawWebSocket socket = connect(ticket(anyone().with("Authorization", bearer), EXEC), "Authorization: " + bearer);
        socket.nextControl("hello");
        RawWebSocket stays = connect(ticket(administrator(), EXEC), basic(USER, PASSWORD));
        stays.nextControl("hello");

        long began = System.nanoTime();
        administrator().send("DELETE", "/api/v1/tokens/" + token.path("id").asString());
        assertThat(socket.awaitClose().closeReason()).contains("no longer have the right");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(json(administrator().get("/api/v1/consoles").body())
                        .valueStream()
                        .filter(console -> console.path("instance").asString().equals(id(guest))))
                .hasSize(1);
    }

    @Test
    void aTicketOfATokenIsForThatTokenAlone() throws Exception {
        JsonNode token = json(administrator()
                .postJson("/api/v1/tokens", "{\"name\":\"tickets\"}")
                .body());
        HttpCaller program =
                anyone().with("Authorization", "Bearer " + token.path("token").asString());
        assertThat(connect(ticket(program, EXEC), basic(USER, PASSWORD)).status())
                .isEqualTo(404);
    }

    private String grantToGroupOf(int people) {
        TestAccess access = new TestAccess(application);
        List<String> members = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            members.add("\"" + access.person("member-" + person, PASSWORD) + "\"");
        }
        String group = json(administrator()
                        .postJson("/api/v1/groups", "{\"name\":\"%s\"}".formatted(UUID.randomUUID()))
                        .body())
                .path("id")
                .asString();
        assertThat(administrator()
                        .sendJson("PUT", "/api/v1/groups/" + group + "/members", members.toString())
                        .statusCode())
                .isEqualTo(204);
        return json(administrator()
                        .postJson("/api/v1/grants", """
                                {"subjectKind":"GROUP","subject":"%s","role":"user","scopeLevel":"INSTALLATION"}""".formatted(group))
                        .body())
                .path("id")
                .asString();
    }
}
