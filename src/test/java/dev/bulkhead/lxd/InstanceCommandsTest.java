package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an action's operation, with outcomes that a real server gives at its own time. */
final class InstanceCommandsTest {

    private static final String UUID = "00000000-0000-0000-0000-00000000000a";
    private static final String CLAIMANTS =
            "/1.0/instances?all-projects=true&recursion=1&filter=config.volatile.uuid%20eq%20" + UUID;
    private static final String WAIT = "/1.0/operations/op/wait?timeout=20";
    private static final String OPERATIONS = "/1.0/operations?recursion=1&project=p%202";

    private final CannedServer server = new CannedServer();
    private final Engine engine = new LxdFactory()
            .create(
                    new EngineId("canned"),
                    new EngineSettings(EngineKind.LXD, URI.create("unix://" + server.socket())));

    @BeforeEach
    void anInstanceThatIsStopped() {
        server.onServer("instance_all_projects")
                .on(CLAIMANTS, claimant(102))
                .on(OPERATIONS, "{}")
                .onRaw("PUT /1.0/instances/c1/state?project=p%202", 202, "{\"operation\": \"/1.0/operations/op\"}");
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    @Test
    void aStartIsWaitedFor() {
        server.on(WAIT, "{\"status_code\": 200}");

        engine.instances().perform(UUID, Action.START);

        assertThat(server.requests()).endsWith("PUT /1.0/instances/c1/state?project=p%202", "GET " + WAIT);
    }

    @Test
    void whatTheStateDoesNotAllowIsNotEvenSent() {
        assertFails(Action.PAUSE, ErrorKind.CONFLICT);
        assertFails(Action.DELETE, ErrorKind.UNSUPPORTED);

        assertThat(server.requests()).noneMatch(request -> !request.startsWith("GET"));
    }

    @Test
    void aFailureWhileSomebodyElseIsAtItIsAConflict() {
        server.on(WAIT, "{\"status_code\": 400, \"err\": \"in the server's words\"}")
                .on(
                        OPERATIONS,
                        "{\"running\": [{\"resources\": {\"instances\": [\"/1.0/instances/c1?project=p+2\"]}}]}");

        assertFails(Action.START, ErrorKind.CONFLICT);
    }

    @Test
    void aFailureWhileOthersAreBusyElsewhereIsItsOwn() {
        server.on(WAIT, "{\"status_code\": 400, \"err\": \"in the server's words\"}")
                .on(
                        OPERATIONS,
                        "{\"running\": [{\"resources\": {\"instances\": [\"/1.0/instances/c11\"]}}, {\"resources\": null}]}");

        assertFails(Action.START, ErrorKind.INTERNAL);
    }

    @Test
    void anErrorCodeOfANewerServerIsTaken() {
        server.on(WAIT, "{\"status_code\": 400, \"err_code\": 429, \"err\": \"in the server's words\"}");

        assertFails(Action.START, ErrorKind.LIMIT);
    }

    @Test
    void anOperationThatTheServerForgotHasNoKnownOutcome() {
        assertFails(Action.START, ErrorKind.INTERNAL);
    }

    @Test
    void anInstanceThatIsGoneIsNotFound() {
        server.on(CLAIMANTS, "[]");

        assertFails(Action.START, ErrorKind.NOT_FOUND);
    }

    private void assertFails(Action action, ErrorKind kind) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.instances().perform(UUID, action))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static String claimant(int statusCode) {
        return """
                [{"name": "c1", "project": "p 2", "status": "Word", "status_code": %d,
                  "expanded_config": {"volatile.uuid": "%s"}}]
                """.formatted(statusCode, UUID);
    }
}
