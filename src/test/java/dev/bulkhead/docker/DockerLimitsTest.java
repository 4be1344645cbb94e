package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only Docker has, and hostile or many containers, on a real engine. */
@Timeout(180)
class DockerLimitsTest {

    private static final EngineId ID = new EngineId("test-docker");

    private final List<String> made = new ArrayList<>();
    private DockerDaemon daemon;
    private Engine engine;

    @BeforeEach
    void open() {
        daemon = TestEngines.docker();
        engine = open(daemon.uri());
    }

    @AfterEach
    void removeContainers() {
        engine.close();
        if (!made.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("rm", "--force", "--volumes"));
            command.addAll(made);
            daemon.docker(command.toArray(String[]::new));
        }
    }

    @Test
    void limitsPolicyAndCommandComeWithTheInspection() {
        String id = create(
                "--cpus",
                "1.5",
                "--memory",
                "64m",
                "--restart",
                "on-failure:3",
                "--label",
                "com.docker.compose.project=shop");

        Instance found = engine.instances().find(id).orElseThrow();

        assertThat(found.cpus()).isEqualTo(1.5);
        assertThat(found.memory()).isEqualTo(ByteSize.ofMebibytes(64));
        assertThat(found.engineProject()).isEqualTo("shop");
        assertThat(found.autostart()).isFalse();
        assertThat(found.details()).isInstanceOfSatisfying(ApplicationContainer.class, details -> {
            assertThat(details.restartPolicy()).isEqualTo("on-failure:3");
            assertThat(details.command()).containsExactly("true");
            assertThat(details.privileged()).isFalse();
            assertThat(details.exitCode()).isNull();
        });
    }

    @Test
    void theListKnowsWhatWasInspectedUntilAnEventNamesTheContainer() {
        String id = create("--memory", "64m");
        try (var subscription = engine.changes().orElseThrow().subscribe(change -> {})) {
            assertThat(listed(engine, id).memory()).as("before").isNull();
            engine.instances().find(id);
            assertThat(listed(engine, id).memory()).isEqualTo(ByteSize.ofMebibytes(64));

            daemon.docker("update", "--memory", "32m", "--memory-swap", "64m", id);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> listed(engine, id).memory() == null);
            assertThat(engine.instances().find(id).orElseThrow().memory()).isEqualTo(ByteSize.ofMebibytes(32));
        }
    }

    @Test
    void theEndOfAContainerIsTold() {
        String id = daemon.docker("run", "--detach", "--network", "none", DockerDaemon.IMAGE, "sh", "-c", "exit 7")
                .strip();
        made.add(id);
        daemon.docker("wait", id);

        assertThat(listed(engine, id).stateReason()).isEqualTo("exited 7");
        Instance found = engine.instances().find(id).orElseThrow();
        assertThat(found.state()).isEqualTo(InstanceState.STOPPED);
        assertThat(found.stateReason()).isEqualTo("exited 7");
        assertThat(found.started()).isNull();
    }

    @Test
    void manyAndHugeLabelsAreCutAndMarkupStaysText() throws IOException {
        Path labels = Files.createTempFile("labels", "");
        String huge = "x".repeat(60_000);
        Files.write(
                labels,
                IntStream.range(0, 1000).mapToObj(i -> "many" + i + "=" + i).toList());
        try {
            String id = create(
                    "--label-file",
                    labels.toString(),
                    "--label",
                    "a=" + huge,
                    "--label",
                    "b=<script>alert(1)</script>");

            for (Instance instance :
                    List.of(listed(engine, id), engine.instances().find(id).orElseThrow())) {
                assertThat(instance.labels()).hasSize(Text.MOST_LABELS);
                assertThat(instance.labels().get("a")).hasSize(Text.LONGEST).endsWith("…");
                assertThat(instance.labels()).containsEntry("b", "<script>alert(1)</script>");
            }
        } finally {
            Files.delete(labels);
        }
    }

    @Test
    void manyContainersAreListedByOneRequest() throws IOException {
        IntStream.range(0, 40).forEach(i -> create());
        try (SocketProxy proxy = new SocketProxy(daemon.socket());
                Engine counted = open(proxy.uri())) {
            counted.check();
            int before = proxy.connections();

            List<Instance> listed = counted.instances().list();

            assertThat(listed).extracting(each -> each.id().local()).containsAll(made);
            assertThat(proxy.connections() - before).isEqualTo(1);
        }
    }

    @Test
    void theVersionIsThatOfTheOlderSide() {
        EngineInfo info = engine.check();

        assertThat(info.product()).isEqualTo("Docker Engine");
        ApiVersion spoken = ApiVersion.parse(info.apiVersion()).orElseThrow();
        ApiVersion engines = ApiVersion.parse(daemon.docker("version", "--format", "{{.Server.APIVersion}}")
                        .strip())
                .orElseThrow();
        assertThat(spoken).isEqualTo(ApiVersion.min(engines, ApiVersion.NEWEST_KNOWN));
    }

    private String create(String... options) {
        List<String> command = new ArrayList<>(List.of("create", "--network", "none"));
        command.addAll(List.of(options));
        command.addAll(List.of(DockerDaemon.IMAGE, "true"));
        String id = daemon.docker(command.toArray(String[]::new)).strip();
        made.add(id);
        return id;
    }

    private static Engine open(URI uri) {
        return new DockerFactory().create(ID, new EngineSettings(EngineKind.DOCKER, uri));
    }

    private static Instance listed(Engine engine, String id) {
        return engine.instances().list().stream()
                .filter(each -> each.id().local().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
