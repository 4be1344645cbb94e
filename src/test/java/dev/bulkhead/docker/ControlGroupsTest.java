package dev.bulkhead.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.testing.CountedDisk;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {

    private static final String ID = "0123456789abcdef".repeat(4);
    private static final double MEBIBYTE = 1 << 20;

    @TempDir
    Path root;

    @Test
    void tellsWhatTheEngineTells() {
        DockerDaemon docker = TestEngines.docker();
        try (CountedDisk disk = new CountedDisk(docker)) {
            docker.run("counted", "--memory", "64m", "--device", disk.device());
            String id =
                    docker.docker("inspect", "--format", "{{.Id}}", "counted").strip();
            String target = "of=" + disk.device();
            docker.docker("exec", "counted", "dd", "if=/dev/zero", target, "bs=1M", "count=5", "oflag=direct");
            DockerApi api = new DockerApi(new DockerErrors(new EngineId("docker"), new DockerSocket(docker.socket())));
            api.negotiate();
            ControlGroups groups = new ControlGroups();
            Sample asked = new DockerStats(api, new ControlGroups(root))
                    .sample(List.of(id))
                    .get(id);

            Sample read = groups.read(List.of(id)).get(id);

            assertThat(read.values().keySet())
                    .isEqualTo(asked.values().keySet())
                    .contains(Meter.NETWORK_IN_BYTES);
            assertThat((double) read.get(Meter.MEMORY_USED)).isCloseTo(asked.get(Meter.MEMORY_USED), within(MEBIBYTE));
            assertThat(read.get(Meter.MEMORY_LIMIT)).isEqualTo(64 << 20).isEqualTo(asked.get(Meter.MEMORY_LIMIT));
            assertThat((double) read.get(Meter.CPU_TIME)).isCloseTo(asked.get(Meter.CPU_TIME), within(1e8));
            assertThat((double) read.get(Meter.DISK_WRITTEN_BYTES)).isCloseTo(5 * MEBIBYTE, within(MEBIBYTE / 2));
            assertThat(read.get(Meter.DISK_WRITTEN_BYTES)).isEqualTo(asked.get(Meter.DISK_WRITTEN_BYTES));
            docker.docker("stop", "--time", "0", "counted");
            assertThat(groups.read(List.of(id))).isEmpty();
        } finally {
            docker.docker("rm", "--force", "counted");
        }
    }

    @Test
    void readsVersionTwo() throws IOException {
        String group = "sys/fs/cgroup/system.slice/docker-" + ID + ".scope/";
        write("proc/meminfo", "MemTotal:        1000 kB\n");
        write(group + "cgroup.procs", "7\n8\n");
        write(group + "cpu.stat", "usage_usec 1500\nuser_usec 1000\n");
        write(group + "memory.current", "9000\n");
        write(group + "memory.stat", "anon 5000\ninactive_file 2000\n");
        write(group + "memory.max", "max\n");
        write(group + "pids.current", "2\n");
        write(
                group + "io.stat",
                "8:0 rbytes=10 wbytes=20 rios=1 wios=2 dbytes=0 dios=0\n8:16 rbytes=5 wbytes=0 rios=1 wios=0\n");
        write(
                "proc/7/net/dev",
                "Inter-| Receive\n face |bytes\n    lo: 9 9 0 0 0 0 0 0 9 9 0 0 0 0 0 0\n  eth0: 100 3 0 1 0 0 0 0 200 4 0 2 0 0 0 0\n");
        write("proc/1/net/dev", "");
        write("proc/self/net/dev", "");

        Sample sample = new ControlGroups(root).read(List.of(ID)).get(ID);

        assertThat(sample.get(Meter.CPU_TIME)).isEqualTo(1_500_000);
        assertThat(sample.get(Meter.MEMORY_USED)).isEqualTo(7000);
        assertThat(sample.get(Meter.MEMORY_CACHE)).isEqualTo(2000);
        assertThat(sample.get(Meter.MEMORY_LIMIT)).isEqualTo(1_024_000);
        assertThat(sample.get(Meter.PROCESSES)).isEqualTo(2);
        assertThat(sample.get(Meter.DISK_READ_BYTES)).isEqualTo(15);
        assertThat(sample.get(Meter.DISK_WRITES)).isEqualTo(2);
        assertThat(sample.get(Meter.NETWORK_IN_BYTES)).isEqualTo(100);
        assertThat(sample.get(Meter.NETWORK_OUT_DROPS)).isEqualTo(2);
    }

    @Test
    void findsThemWhereverTheyWerePut() throws IOException {
        write("proc/meminfo", "MemTotal:        1000 kB\n");
        for (String process : List.of("1", "7", "self")) {
            write("proc/" + process + "/net/dev", "");
        }
        List<String> homes = List.of(
                "docker/%s",
                "user.slice/user-1000.slice/user@1000.service/user.slice/docker-%s.scope",
                "machine.slice/libpod-%s.scope");
        List<String> ids = List.of("a".repeat(64), "b".repeat(64), "c".repeat(64));
        ControlGroups groups = new ControlGroups(root);
        assertThat(groups.read(ids)).isEmpty();
        for (int i = 0; i < ids.size(); i++) {
            group(homes.get(i).formatted(ids.get(i)));
        }
        group("machine.slice/libpod-conmon-" + "d".repeat(64) + ".scope");

        assertThat(groups.read(ids)).as("which are known to be elsewhere").isEmpty();
        assertThat(groups.read(List.of())).isEmpty();
        assertThat(groups.read(ids)).containsOnlyKeys(ids);
        assertThat(groups.read(List.of("d".repeat(64)))).isEmpty();
    }

    private void group(String home) throws IOException {
        String group = "sys/fs/cgroup/" + home + "/";
        write(group + "cgroup.procs", "7\n");
        write(group + "cpu.stat", "usage_usec 1500\n");
        write(group + "memory.current", "9000\n");
        write(group + "memory.stat", "inactive_file 2000\n");
        write(group + "memory.max", "max\n");
        write(group + "pids.current", "1\n");
        write(group + "io.stat", "");
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
