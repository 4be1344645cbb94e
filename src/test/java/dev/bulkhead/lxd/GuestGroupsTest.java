package dev.bulkhead.lxd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.testing.CountedDisk;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class GuestGroupsTest {

    private static final String NAME = "counted";
    private static final int MEBIBYTE = 1 << 20;
    private static final int WRITTEN = 5 * MEBIBYTE;

    @TempDir
    private Path root;

    @Test
    void theKernelTellsWhatTheServerDoesNot() throws IOException {
        LxdDaemon lxd = TestEngines.lxd();
        lxd.launch(NAME, "-c", "security.privileged=true", "-c", "limits.memory=64MiB");
        try (CountedDisk disk = new CountedDisk(lxd);
                LxdClient client = client(lxd)) {
            lxd.lxc("config", "device", "add", NAME, "data", "unix-block", "source=" + disk.device(), "path=/dev/data");
            lxd.lxc("exec", NAME, "--", "dd", "if=/dev/zero", "of=/dev/data", "bs=1M", "count=5", "oflag=direct");
            mirror(lxd);
            JsonNode state = JsonMapper.shared().readTree(lxd.lxc("query", "/1.0/instances/" + NAME + "/state"));

            Sample read = sample(client, root);

            assertThat((double) read.get(Meter.DISK_WRITTEN_BYTES)).isCloseTo(WRITTEN, within(WRITTEN / 10.0));
            assertThat(read.get(Meter.MEMORY_LIMIT)).isEqualTo(64L * MEBIBYTE);
            assertThat((double) read.get(Meter.MEMORY_USED) + read.get(Meter.MEMORY_CACHE))
                    .isCloseTo(state.path("memory").path("usage").asDouble(0), within((double) MEBIBYTE));
            assertThat((double) read.get(Meter.CPU_TIME))
                    .isCloseTo(state.path("cpu").path("usage").asDouble(0), within(1e8));
            assertThat(sample(client, root.resolve("elsewhere")).get(Meter.DISK_WRITTEN_BYTES))
                    .isNull();
        } finally {
            lxd.lxc("delete", "--force", NAME);
        }
    }

    /** The server of the tests has numbers of its own for processes; in {@code root} they stand for the kernel's own files. */
    private void mirror(LxdDaemon lxd) throws IOException {
        JsonNode state = JsonMapper.shared().readTree(lxd.lxc("query", "/1.0/instances/" + NAME + "/state"));
        String group = "bulkhead-test-" + lxd.directory().getFileName() + "/lxc.payload." + NAME + "/cgroup.procs";
        Path processes = Stream.of("/sys/fs/cgroup/memory", "/sys/fs/cgroup")
                .map(hierarchy -> Path.of(hierarchy, group))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        Path here = Path.of("/proc", Files.readAllLines(processes).getFirst());
        Files.createSymbolicLink(root.resolve("sys"), Path.of("/sys"));
        Files.createDirectory(root.resolve("proc"));
        Files.createSymbolicLink(root.resolve("proc/meminfo"), Path.of("/proc/meminfo"));
        Files.createSymbolicLink(root.resolve("proc").resolve(state.path("pid").asString()), here);
    }

    private static LxdClient client(LxdDaemon lxd) {
        return new LxdClient(lxd.socket(), "groups", new LxdErrors(new EngineId("lxd"), lxd.socket()));
    }

    private static Sample sample(LxdClient client, Path root) {
        InstanceDirectory directory = new InstanceDirectory(new LxdServer(client), new NameIndex());
        String id = directory.all(LxdServer.Depth.STATE).entrySet().stream()
                .filter(entry -> entry.getValue().name().name().equals(NAME))
                .findFirst()
                .orElseThrow()
                .getKey();
        return new LxdStats(directory, new GuestGroups(root))
                .sample(List.of(id))
                .get(id);
    }

    @ParameterizedTest
    @CsvSource({
        "default, c1, /lxc.payload.c1/init.scope, true",
        "default, c1, /lxc.payload.c1-2, true",
        "web, c1, /machines/lxc.payload.web_c1, true",
        "default, c1, /lxc.payload.c10, false",
        "web, c1, /lxc.payload.c1, false",
        "default, c1, /user.slice/session.scope, false",
        "default, c1, /, false"
    })
    void aGroupIsTakenForAContainersByItsNameOnly(String project, String name, String path, boolean found)
            throws IOException {
        Files.createDirectories(root.resolve("proc/77"));
        Files.writeString(root.resolve("proc/77/cgroup"), "0::" + path + "\n");
        Path group = Files.createDirectories(root.resolve("sys/fs/cgroup" + path.replace("/init.scope", "")));
        Files.writeString(group.resolve("memory.current"), "1");
        ObjectNode json = (ObjectNode) JsonMapper.shared()
                .readTree("{\"project\": \"" + project + "\", \"name\": \"" + name + "\", \"state\": {\"pid\": 77}}");

        assertThat(new GuestGroups(root).of(new InstanceDocument(json)).isPresent())
                .isEqualTo(found);
    }
}
