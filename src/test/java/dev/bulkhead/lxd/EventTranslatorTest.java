package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.AllChanged;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.ResourcesChanged;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTranslatorTest {

    private static final String UUID = "00000000-0000-0000-0000-00000000000a";
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final NameIndex index = new NameIndex();
    private final Map<InstanceName, InstanceDocument> server = new HashMap<>();
    private final EventTranslator translator =
            new EventTranslator(index, name -> Optional.ofNullable(server.get(name)));

    @Test
    void aKnownInstanceIsToldByItsId() {
        index.put(new InstanceName("default", "c1"), UUID);

        assertThat(instanceEvent("started", "default", "c1")).containsExactly(changed("started"));
        assertThat(instanceEvent("snapshot-created", "default", "c1/snapshots/s0"))
                .containsExactly(changed("snapshot-created"));
    }

    @Test
    void namesakesOfOtherProjectsAreOthers() {
        index.put(new InstanceName("default", "c1"), UUID);

        assertThat(instanceEvent("started", "p2", "c1")).containsExactly(new AllChanged());
    }

    @Test
    void anUnknownInstanceIsAskedFor() {
        add("default", "c1");

        assertThat(instanceEvent("created", "default", "c1")).containsExactly(changed("created"));
        assertThat(index.idOf(new InstanceName("default", "c1"))).contains(UUID);
    }

    @Test
    void aNewInstanceOfAnOldNameIsAnother() {
        index.put(new InstanceName("default", "c1"), "00000000-0000-0000-0000-00000000000b");
        add("default", "c1");

        assertThat(instanceEvent("created", "default", "c1")).containsExactly(changed("created"));
    }

    @Test
    void anInstanceThatSharesItsUuidChangesOthersToo() {
        index.put(new InstanceName("default", "c1"), UUID);
        add("default", "c2");

        assertThat(instanceEvent("created", "default", "c2")).containsExactly(new AllChanged());
        assertThat(index.idOf(new InstanceName("default", "c1"))).contains(UUID);
    }

    @Test
    void theEndOfOneOfTwoWithOneUuidChangesTheOther() {
        String id = LocalIds.idOf(document("default", "c1"), false);
        index.put(new InstanceName("default", "c1"), id);

        assertThat(instanceEvent("deleted", "default", "c1"))
                .containsExactly(new InstanceChanged(id, AT, "deleted"), new AllChanged());
    }

    @Test
    void aRenameKeepsTheId() {
        index.put(new InstanceName("p 2", "old"), UUID);

        assertThat(translator.translate(
                        event("instance-renamed", "p 2", "/1.0/instances/new?project=p+2", "{\"old_name\":\"old\"}")))
                .containsExactly(changed("renamed"));
        assertThat(index.idOf(new InstanceName("p 2", "new"))).contains(UUID);
        assertThat(index.idOf(new InstanceName("p 2", "old"))).isEmpty();
    }

    @Test
    void theDeletedIsForgotten() {
        index.put(new InstanceName("default", "c1"), UUID);

        assertThat(instanceEvent("deleted", "default", "c1")).containsExactly(changed("deleted"));
        assertThat(index.nameOf(UUID)).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerCostsAList() {
        EventTranslator cutOff = new EventTranslator(index, name -> {
            throw new EngineException(ErrorKind.UNREACHABLE, new EngineId("lxd"), "gone");
        });

        assertThat(cutOff.translate(event("instance-started", "default", "/1.0/instances/c1", "{}")))
                .containsExactly(new AllChanged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"instance-exec", "instance-console", "instance-file-retrieved", "warning-reset", "config-updated"
            })
    void usesAndTheRestAreNoChanges(String action) {
        index.put(new InstanceName("default", "c1"), UUID);

        assertThat(translator.translate(event(action, "default", "/1.0/instances/c1", "{}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage-volume-created", "network-updated", "image-deleted"})
    void resources(String action) {
        assertThat(translator.translate(event(action, "default", "/1.0/x", "{}")))
                .containsExactly(new ResourcesChanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-updated", "project-renamed"})
    void whatInstancesInheritChangesThemAll(String action) {
        assertThat(translator.translate(event(action, "default", "/1.0/x", "{}")))
                .containsExactly(new AllChanged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "null",
                "{\"metadata\":{\"action\":7}}",
                "{\"metadata\":\"instance-started\"}"
            })
    void whatIsNoEventIsIgnored(String message) {
        assertThat(translator.translate(message)).isEmpty();
    }

    private List<Change> instanceEvent(String what, String project, String path) {
        return translator.translate(event("instance-" + what, project, "/1.0/instances/" + path, "null"));
    }

    private static String event(String action, String project, String source, String context) {
        return """
                {"type": "lifecycle", "timestamp": "%s", "project": "%s", "location": "none",
                 "metadata": {"action": "%s", "source": "%s", "context": %s}}
                """.formatted(AT, project, action, source, context);
    }

    private static Change changed(String what) {
        return new InstanceChanged(UUID, AT, what);
    }

    private void add(String project, String name) {
        server.put(new InstanceName(project, name), document(project, name));
    }

    private static InstanceDocument document(String project, String name) {
        return InstanceReaderTest.document(
                "{\"name\": \"%s\", \"project\": \"%s\", \"expanded_config\": {\"volatile.uuid\": \"%s\"}}"
                        .formatted(name, project, UUID));
    }
}
