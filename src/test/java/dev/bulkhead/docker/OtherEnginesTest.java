package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import java.io.IOException;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the adapter meets engines that this machine does not have. */
@Timeout(30)
class OtherEnginesTest {

    private static final String ID = "ef".repeat(32);
    private static final String DOCKER_29 = ScriptedEngine.json(
            200, "{\"Version\":\"29.0.1\",\"ApiVersion\":\"1.52\",\"MinAPIVersion\":\"1.44\",\"Components\":[]}");

    @Test
    void aNewerEngineIsSpokenToInTheNewestVersionThatWeKnow() throws IOException {
        try (ScriptedEngine script = new ScriptedEngine(answering("[]"));
                Engine engine = open(script)) {
            EngineInfo info = engine.check();
            engine.instances().list();

            assertThat(info.version()).isEqualTo("29.0.1");
            assertThat(info.apiVersion()).isEqualTo(ApiVersion.NEWEST_KNOWN.toString());
            assertThat(script.requests())
                    .containsExactly("GET /version", "GET /v" + ApiVersion.NEWEST_KNOWN + "/containers/json?all=true");
        }
    }

    @Test
    void anEngineThatGaveUpOurVersionsIsUnsupported() throws IOException {
        String future =
                ScriptedEngine.json(200, "{\"Version\":\"99\",\"ApiVersion\":\"3.0\",\"MinAPIVersion\":\"2.0\"}");
        try (ScriptedEngine script = new ScriptedEngine(request -> future);
                Engine engine = open(script)) {
            assertFails(ErrorKind.UNSUPPORTED, engine::check);
        }
    }

    @Test
    void whatIsNotDockerIsInternal() throws IOException {
        for (String body : new String[] {"{}", "<html>", "[", "null", ""}) {
            try (ScriptedEngine script = new ScriptedEngine(request -> ScriptedEngine.json(200, body));
                    Engine engine = open(script)) {
                assertThatExceptionOfType(EngineException.class)
                        .as(body)
                        .isThrownBy(engine::check)
                        .satisfies(
                                failure -> assertThat(failure.kind()).isIn(ErrorKind.INTERNAL, ErrorKind.UNREACHABLE));
            }
        }
    }

    @Test
    void anAnswerThatEndsEarlyIsALoss() throws IOException {
        try (ScriptedEngine script = new ScriptedEngine(request -> request.equals("GET /version")
                        ? DOCKER_29
                        : ScriptedEngine.json(200, "[{\"Id\":\"" + ID + "\"}]").replace("\"}]", ""));
                Engine engine = open(script)) {
            assertFails(ErrorKind.UNREACHABLE, () -> engine.instances().list());
        }
    }

    @Test
    void aContainerWithoutAUsableIdOrInAnUnknownFormHidesNoOther() throws IOException {
        String list =
                "[7,null,{\"Id\":\"../../etc\"},{\"Id\":\"" + ID + "\",\"State\":\"running\",\"Names\":[\"/web\"]}]";
        try (ScriptedEngine script = new ScriptedEngine(answering(list));
                Engine engine = open(script)) {
            assertThat(engine.instances().list()).extracting(Instance::name).containsExactly("web");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID",
        "403, DENIED",
        "404, NOT_FOUND",
        "409, CONFLICT",
        "304, CONFLICT",
        "500, INTERNAL",
        "501, UNSUPPORTED",
        "503, UNREACHABLE",
        "418, INTERNAL"
    })
    void statusesAreTranslated(int status, ErrorKind kind) throws IOException {
        String running = "{\"Id\":\"" + ID + "\",\"State\":{\"Status\":\"exited\"}}";
        try (ScriptedEngine script = new ScriptedEngine(request -> request.equals("GET /version")
                        ? DOCKER_29
                        : request.startsWith("GET ")
                                ? ScriptedEngine.json(200, running)
                                : ScriptedEngine.json(status, "{\"message\":\"no: <b>\"}"));
                Engine engine = open(script)) {
            assertFails(kind, () -> engine.instances().perform(ID, Action.START));
        }
    }

    private static Function<String, String> answering(String body) {
        return request -> request.equals("GET /version") ? DOCKER_29 : ScriptedEngine.json(200, body);
    }

    private static Engine open(ScriptedEngine script) {
        return new DockerFactory()
                .create(new EngineId("scripted"), new EngineSettings(EngineKind.DOCKER, script.uri()));
    }

    private static void assertFails(ErrorKind kind, ThrowingCallable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
