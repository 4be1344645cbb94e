package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.bulkhead.engine.fake.FakeConsole;
import dev.bulkhead.testing.HttpCaller;
import dev.bulkhead.testing.RawWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Case B11: secrets are planted wherever somebody could leave one, and then looked for in the log at its finest, in the record, and in
 * what the API answers.
 */
class SecretsTest extends GatewayTest {

    private static final String CANARY = "canary";
    private static final List<String> ANSWERS = List.of(
            "/api/v1/audit?as=NDJSON",
            "/api/v1/consoles",
            "/api/v1/events/none",
            "/api/v1/grants",
            "/api/v1/groups",
            "/api/v1/hosts",
            "/api/v1/instances",
            "/api/v1/me",
            "/api/v1/operations",
            "/api/v1/projects",
            "/api/v1/recordings",
            "/api/v1/users");

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.bulkhead");
    private final Lines lines = new Lines();
    private @Nullable Level before;

    @BeforeEach
    void listen() {
        before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        lines.setContext(root.getLoggerContext());
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        ours.setLevel(before);
    }

    @Test
    void noSecretIsInTheLogTheRecordOrAnAnswer() throws Exception {
        passwords();
        String ticket = console();
        brokenRequests();

        for (String path : ANSWERS) {
            String body = administrator().get(path).body();
            assertThat(body).as(path).doesNotContain(CANARY).doesNotContain(ticket);
        }
        ours.trace("still listening");
        assertThat(lines.all).anyMatch(line -> line.contains("still listening"));
        assertThat(lines.all)
                .noneMatch(line -> line.contains(CANARY))
                .noneMatch(line -> line.contains(ticket))
                .noneMatch(line -> line.contains(browser.session()));
    }

    private void passwords() {
        HttpCaller caller = new HttpCaller(port, "127.0.0.11");
        caller.signIn(USER, "canary-wrong-password");
        caller.signIn("canary-typed-as-name", "canary-wrong-again");
        caller.basic("canary-basic-name", "canary-basic-password").get("/api/v1/me");
        assertThat(administrator()
                        .postJson("/api/v1/users", "{\"name\":\"secretive\",\"password\":\"canary-of-a-new-user\"}")
                        .statusCode())
                .isEqualTo(201);
        String id = json(administrator().get("/api/v1/users").body())
                .valueStream()
                .filter(user -> user.path("name").asString().equals("secretive"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        administrator().sendJson("PATCH", "/api/v1/users/" + id, "{\"password\":\"canary-of-a-changed-user\"}");
        new HttpCaller(port).basic("secretive", "canary-of-a-changed-user").get("/api/v1/me");
    }

    /** What is typed and shown is recorded, and that is the only place for it. */
    private String console() throws Exception {
        JsonNode ticket = ticket(browser, "{\"kind\":\"exec\",\"mode\":\"control\",\"command\":[\"sh\"]}");
        String path = ticket.get("path").stringValue();
        String secret = path.substring(path.lastIndexOf('/') + 1);
        assertThat(secret).hasSizeGreaterThan(30);
        RawWebSocket socket = connect(ticket);
        assertThat(socket.status()).isEqualTo(101);
        FakeConsole shell = backend.nextConsole();
        socket.sendBinary("canary-typed\n".getBytes(StandardCharsets.UTF_8));
        await().until(() -> new String(shell.heardBytes(), StandardCharsets.UTF_8).contains("canary-typed"));
        shell.say("canary-shown\n".getBytes(StandardCharsets.UTF_8));
        socket.nextBytes("canary-shown\n".length());
        socket.sendText("{\"type\":\"canary-of-a-broken-message\"");
        socket.close();
        return secret;
    }

    private void brokenRequests() {
        for (String body : List.of(
                "{\"name\":\"x\",\"password\":\"canary-cut-off",
                "{\"name\":\"x\",\"password\":[\"canary-of-another-type\"]}",
                "{\"name\":\"\",\"password\":\"canary-without-a-name\"}")) {
            assertThat(administrator().postJson("/api/v1/users", body).body())
                    .contains("problems")
                    .doesNotContain(CANARY);
        }
        assertThat(administrator().get("/api/v1/me?password=canary-in-a-query").body())
                .doesNotContain(CANARY);
    }

    /** All that is logged, whole, with what was thrown. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line = new StringBuilder(event.getFormattedMessage());
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                line.append(' ').append(thrown.getClassName()).append(' ').append(thrown.getMessage());
            }
            all.add(line.toString());
        }
    }
}
