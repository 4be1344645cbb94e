package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeConsole;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import dev.bulkhead.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A guest on the fake engine, and raw clients that come to its consoles. */
abstract class GatewayTest extends ServerTest {

    static final String TTY = "bulkhead.tty.v1";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<RawWebSocket> opened = new ArrayList<>();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ServletWebServerApplicationContext application;

    String guest;

    /** Signed in as a browser is. */
    HttpCaller browser;

    @BeforeEach
    void signIn() {
        backend.forgetConsoles();
        guest = guest("console-guest-" + UUID.randomUUID());
        browser = new HttpCaller(port);
        browser.with("Origin", browser.origin());
        assertThat(browser.signIn(USER, PASSWORD).statusCode()).isEqualTo(302);
    }

    @AfterEach
    void leave() throws IOException {
        for (RawWebSocket socket : opened) {
            socket.close();
        }
        backend.remove(guest);
    }

    /** Makes a guest that the server knows; returns its local id. */
    String guest(String name) {
        String local = backend.add(name, InstanceState.RUNNING);
        await().untilAsserted(() -> assertThat(
                        administrator().get("/api/v1/instances/" + id(local)).statusCode())
                .isEqualTo(200));
        return local;
    }

    static String id(String local) {
        return ENGINE + "." + local;
    }

    HttpResponse<String> ask(HttpCaller caller, String local, String order) {
        return caller.postJson("/api/v1/instances/" + id(local) + "/consoles", order);
    }

    JsonNode ticket(HttpCaller caller, String order) {
        HttpResponse<String> answer = ask(caller, guest, order);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body());
    }

    RawWebSocket connect(JsonNode ticket) throws IOException {
        return connect(ticket, session(browser), "Origin: " + browser.origin());
    }

    /** Opens the ticket's WebSocket with whatever headers. */
    RawWebSocket connect(JsonNode ticket, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Sec-WebSocket-Protocol: " + ticket.get("protocol").stringValue());
        return raw(ticket.get("path").stringValue(), all.toArray(String[]::new));
    }

    RawWebSocket raw(String path, String... headers) throws IOException {
        RawWebSocket socket = RawWebSocket.open(port, path, headers);
        opened.add(socket);
        return socket;
    }

    /** Ends the session as signing out does, which only a page's own script may ask for. */
    void signOut(HttpCaller caller) throws IOException {
        TomcatWebServer tomcat = (TomcatWebServer) application.getWebServer();
        Context context = (Context) tomcat.getTomcat().getHost().findChildren()[0];
        context.getManager().findSession(caller.session()).getSession().invalidate();
    }

    static String session(HttpCaller caller) {
        return "Cookie: bulkhead=" + caller.session();
    }

    static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Opens a console with control, and the fake guest's end of it. */
    Open open(String kind) throws IOException, InterruptedException {
        return open("{\"kind\":\"" + kind + "\",\"mode\":\"control\"}", true);
    }

    /** @param newOne whether the engine is asked for it, rather than an open one joined */
    Open open(String order, boolean newOne) throws IOException, InterruptedException {
        JsonNode ticket = ticket(browser, order);
        RawWebSocket socket = connect(ticket);
        assertThat(socket.status()).isEqualTo(101);
        return new Open(
                socket,
                newOne ? backend.nextConsole() : null,
                ticket.get("viewer").stringValue());
    }

    /** Both ends of a console. */
    record Open(RawWebSocket socket, FakeConsole guest, String viewer) {}

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    long audited(String verb, String outcome) {
        return jdbc.sql("select count(*) from audit where verb = :verb and outcome = upper(:outcome)")
                .param("verb", verb)
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }
}
