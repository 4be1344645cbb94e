package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.access.Role;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.access.session.TestSessions;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who gets to a console, and how fast a lost right ends it (CASES A1 to A10, B17, C14). */
class ConsoleAccessTest extends GatewayTest {

    private static final String EXEC = "{\"kind\":\"exec\",\"mode\":\"control\"}";

    @Test
    void aStrangerIsRefusedBeforeTheUpgradeAndTheTargetIsNeverDialled() throws IOException {
        JsonNode ticket = ticket(browser, EXEC);

        assertThat(connect(ticket, "Origin: " + browser.origin()).status()).isEqualTo(401);
        assertThat(connect(ticket, "Origin: " + browser.origin(), "Cookie: bulkhead=" + "0".repeat(32))
                        .status())
                .isEqualTo(401);
        assertThat(connect(ticket, basic(USER, "wrong")).status()).isEqualTo(401);
        assertThat(backend.hasOpened()).isFalse();
    }

    @Test
    void aForeignOriginIsRefusedAndAudited() throws IOException {
        long before = audited("console.connect", "refused");
        List<String> foreign = List.of(
                "http://evil.example",
                "null",
                "https://127.0.0.1:" + port,
                "http://127.0.0.1:1",
                "http://127.0.0.1",
                "http://localhost:" + port,
                browser.origin() + ".evil.example");
        JsonNode ticket = ticket(browser, EXEC);

        for (String origin : foreign) {
            assertThat(connect(ticket, session(browser), "Origin: " + origin).status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(connect(ticket, session(browser)).status()).as("absent").isEqualTo(403);
        assertThat(backend.hasOpened()).isFalse();
        assertThat(audited("console.connect", "refused")).isEqualTo(before + foreign.size() + 1);
        // None of them has used up the ticket, which none of them should have known.
        assertThat(connect(ticket).status()).isEqualTo(101);
    }

    @Test
    void aTicketWorksOnce() throws Exception {
        JsonNode ticket = ticket(browser, EXEC);

        assertThat(connect(ticket).status()).isEqualTo(101);
        backend.nextConsole();
        assertThat(connect(ticket).status()).isEqualTo(404);
    }

    @Test
    void aTicketOfAnotherSessionIsRefused() throws IOException {
        HttpCaller other = new HttpCaller(port);
        other.with("Origin", other.origin());
        other.signIn(USER, PASSWORD);
        JsonNode ticket = ticket(browser, EXEC);

        assertThat(connect(ticket, session(other), "Origin: " + other.origin()).status())
                .isEqualTo(404);
        assertThat(connect(ticket(browser, EXEC), basic(USER, PASSWORD)).status())
                .as("the same user's password instead of the session")
                .isEqualTo(404);
        assertThat(connect(ticket(administrator(), EXEC)).status())
                .as("a session instead of the password")
                .isEqualTo(404);
        assertThat(backend.hasOpened()).isFalse();
    }

    @Test
    void aProgramOpensAConsoleWithItsPassword() throws Exception {
        RawWebSocket socket = connect(ticket(administrator(), EXEC), basic(USER, PASSWORD));

        assertThat(socket.status()).isEqualTo(101);
        assertThat(socket.nextControl("hello")).contains("\"kind\":\"exec\"");
        backend.nextConsole();
    }

    @Test
    void anUnknownInstanceAndAnUnknownTicketAreNotFound() throws IOException {
        assertThat(ask(browser, UUID.randomUUID().toString(), EXEC).statusCode())
                .isEqualTo(404);
        assertThat(raw(
                                "/console/" + "A".repeat(43),
                                session(browser),
                                "Origin: " + browser.origin(),
                                "Sec-WebSocket-Protocol: " + TTY)
                        .status())
                .isEqualTo(404);
        assertThat(raw("/console/", session(browser), "Origin: " + browser.origin(), "Sec-WebSocket-Protocol: " + TTY)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aConsoleThatNeverWasIsNotFound() {
        String order = "{\"kind\":\"exec\",\"console\":\"" + UUID.randomUUID() + "\"}";

        assertThat(ask(browser, guest, order).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThat(ask(browser, guest, "{}").body()).contains("kind is not one of screen, serial");
        assertThat(ask(browser, guest, "{\"kind\":\"exec\",\"mode\":\"own\"}").body())
                .contains("mode is not one of control, view");
        assertThat(ask(browser, guest, "{\"kind\":\"exec\",\"user\":\"a\\u0000b\"}")
                        .body())
                .contains("user has 4096 characters at most");
    }

    @Test
    void theWrongSubprotocolIsRefusedAndNothingIsCompressed() throws Exception {
        JsonNode ticket = ticket(browser, EXEC);
        String path = ticket.get("path").stringValue();
        String origin = "Origin: " + browser.origin();
        assertThat(raw(path, session(browser), origin, "Sec-WebSocket-Protocol: binary")
                        .status())
                .isEqualTo(400);

        RawWebSocket socket = raw(
                ticket(browser, EXEC).get("path").stringValue(),
                session(browser),
                origin,
                "Sec-WebSocket-Extensions: permessage-deflate",
                "Sec-WebSocket-Protocol: binary, " + TTY);
        assertThat(socket.status()).isEqualTo(101);
        assertThat(socket.header("sec-websocket-protocol")).isEqualTo(TTY);
        assertThat(socket.header("sec-websocket-extensions")).isEmpty();
        backend.nextConsole();
    }

    @Test
    void anOrdinaryRequestIsToldThatThisIsAWebSocket() {
        assertThat(browser.get("/console/whatever").statusCode()).isEqualTo(400);
    }

    @Test
    void signingOutClosesTheConsolesOfThatSessionOnly() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        RawWebSocket program = connect(ticket(administrator(), EXEC), basic(USER, PASSWORD));
        program.nextControl("hello");
        var others = backend.nextConsole();

        long began = System.nanoTime();
        signOut(browser);
        RawWebSocket.Frame close = open.socket().awaitClose();

        assertThat(close.closeCode()).isEqualTo(1008);
        assertThat(close.closeReason()).isEqualTo("You have signed out");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(open.guest().isClosed()).isTrue());
        assertThat(others.isClosed()).isFalse();
    }

    @Test
    void aSessionThatIsEndedFromElsewhereClosesItsConsoles() throws Exception {
        Open open = open("exec");
        open.socket().nextControl("hello");
        String session =
                json(browser.get("/api/v1/me/sessions").body()).get(0).get("id").stringValue();

        long began = System.nanoTime();
        assertThat(administrator()
                        .send("DELETE", "/api/v1/me/sessions/" + session)
                        .statusCode())
                .isEqualTo(204);
        assertThat(open.socket().awaitClose().closeReason()).isEqualTo("You have signed out");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(open.guest().isClosed()).isTrue());
    }

    @Test
    void aRevokedRightClosesTheConsole() throws Exception {
        TestAccess access = new TestAccess(application);
        access.person("eve", PASSWORD, Role.USER);
        RawWebSocket socket = connect(ticket(anyone().basic("eve", PASSWORD), EXEC), basic("eve", PASSWORD));
        socket.nextControl("hello");
        var guest = backend.nextConsole();

        long began = System.nanoTime();
        access.person("eve", PASSWORD, Role.OPERATOR);
        RawWebSocket.Frame close = socket.awaitClose();

        assertThat(close.closeCode()).isEqualTo(1008);
        assertThat(close.closeReason()).contains("no longer have the right");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        await().untilAsserted(() -> assertThat(guest.isClosed()).isTrue());
    }

    @Test
    void whatIsOpenedAndEndedIsOnRecord() throws Exception {
        long opened = audited("console.open", "done");
        long ended = audited("console.end", "ended");
        Open open = open("exec");
        open.socket().nextControl("hello");
        open.socket().close();

        await().untilAsserted(() -> assertThat(audited("console.end", "ended")).isEqualTo(ended + 1));
        assertThat(audited("console.open", "done")).isEqualTo(opened + 1);
    }

    @Test
    void consolesAreListedAndClosedByTheApi() throws Exception {
        Open open = open("exec");
        String id = json(open.socket().nextControl("hello")).get("console").stringValue();

        assertThat(administrator().get("/api/v1/consoles").body()).contains(id);
        assertThat(administrator().send("DELETE", "/api/v1/consoles/" + id).statusCode())
                .isEqualTo(204);
        assertThat(open.socket().awaitClose().closeReason()).isEqualTo("Closed by " + USER);
        assertThat(administrator().get("/api/v1/consoles/" + id).statusCode()).isEqualTo(404);
        assertThat(administrator().send("DELETE", "/api/v1/consoles/" + id).statusCode())
                .isEqualTo(404);
    }

    /** Case C14. */
    @Test
    void whatReachesTheHostTakesTheRightToTheHost() throws IOException {
        new TestAccess(application).person("mere-user", PASSWORD, Role.USER);
        HttpCaller user = anyone().basic("mere-user", PASSWORD);
        assertThat(connect(ticket(user, EXEC), basic("mere-user", PASSWORD))
                        .next()
                        .text())
                .contains("hello");
        String usual = guest;
        guest = guest("privileged");
        try {
            assertThat(connect(ticket(user, EXEC), basic("mere-user", PASSWORD))
                            .awaitClose()
                            .closeReason())
                    .contains("root on the host");
            assertThat(connect(ticket(administrator(), EXEC), basic(USER, PASSWORD))
                            .next()
                            .text())
                    .contains("hello");
        } finally {
            backend.remove(guest);
            guest = usual;
        }
    }

    /** Whoever finds a page open gets no further than the guest. */
    @Test
    void whatReachesTheHostWantsAConfirmationOfLately() throws IOException {
        String privileged = guest("privileged");
        try {
            TestSessions.forgetConfirmations(application, USER);
            // Told before the engine has been asked, if its offers are known by then; else when the ticket is used.
            HttpResponse<String> asked = ask(browser, privileged, EXEC);
            String refused = asked.statusCode() == 201
                    ? connect(json(asked.body())).awaitClose().closeReason()
                    : asked.body();
            assertThat(refused).containsAnyOf("re-authentication-required", "confirm that it is you");

            browser.with("Sec-Fetch-Site", "same-origin");
            assertThat(browser.postJson("/api/v1/me/confirmation", "{\"secret\":\"" + PASSWORD + "\"}")
                            .statusCode())
                    .isEqualTo(204);
            HttpResponse<String> again = ask(browser, privileged, EXEC);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(connect(json(again.body())).next().text()).contains("hello");
        } finally {
            backend.remove(privileged);
        }
    }
}
