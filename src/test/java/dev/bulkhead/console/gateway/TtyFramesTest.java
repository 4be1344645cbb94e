package dev.bulkhead.console.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.console.ConsoleMode;
import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.TerminalSize;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vocabulary, by the samples that the page's side is checked with too. */
class TtyFramesTest {

    private static final JsonNode SAMPLES = samples();

    @Test
    void whatAViewerSaysIsUnderstood() {
        assertThat(SAMPLES.get("client"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(TtyFrames.read(sample.toString()))
                        .as(sample.toString())
                        .isPresent());
    }

    @Test
    void whatIsMalformedIsRefused() {
        assertThat(SAMPLES.get("malformed-client"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThatIllegalArgumentException()
                        .as(sample.toString())
                        .isThrownBy(() -> TtyFrames.read(sample.toString())));
        for (String noObject : List.of("", "[]", "null", "\"ack\"", "{", "{\"type\":\"ack\",\"position\":1e99}")) {
            assertThatIllegalArgumentException().as(noObject).isThrownBy(() -> TtyFrames.read(noObject));
        }
    }

    @Test
    void whatTheServerSaysHasTheFormOfTheSamples() {
        UUID id = UUID.randomUUID();
        ConsoleSession room = new ConsoleSession(
                id,
                new InstanceId(new EngineId("lab"), "x"),
                "guest",
                ConsoleKind.EXEC,
                "",
                "/bin/sh",
                "ada",
                Instant.now(),
                true,
                List.of(new ConsoleSession.Participant(id, "<b>ada", ConsoleMode.CONTROL, Instant.now(), true)),
                id,
                0,
                false);
        assertThat(forms())
                .contains(
                        form(TtyFrames.missed(4096, 1_052_672)),
                        form(TtyFrames.taken(16384)),
                        form(TtyFrames.resized(new TerminalSize(132, 43))),
                        form(TtyFrames.presence(room)),
                        form(TtyFrames.exit(OptionalInt.of(0), "The process has ended")),
                        form(TtyFrames.exit(OptionalInt.empty(), "The instance closed its console")));
    }

    private static List<Map<String, Object>> forms() {
        return SAMPLES.get("server").valueStream().map(TtyFramesTest::form).toList();
    }

    private static Map<String, Object> form(String frame) {
        return form(JsonMapper.shared().readTree(frame));
    }

    /** Names and kinds of values, without the values; of a list the form of its first. */
    private static Map<String, Object> form(JsonNode node) {
        Map<String, Object> form = new TreeMap<>();
        node.propertyStream()
                .forEach(property -> form.put(
                        property.getKey(),
                        property.getKey().equals("type")
                                ? property.getValue().stringValue()
                                : property.getValue().isArray()
                                        ? property.getValue().isEmpty()
                                                ? "empty"
                                                : form(property.getValue().get(0))
                                        : property.getValue().getNodeType()));
        return form;
    }

    private static JsonNode samples() {
        try (InputStream file = TtyFramesTest.class.getResourceAsStream("/console/tty-v1-samples.json")) {
            return JsonMapper.shared().readTree(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
