package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The harness itself: what other tests take for granted about their engines. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TestEnginesTest {
    @Test
    void dockerRunsDiesAndRemembers() {
        try (var docker = TestEngines.newDocker()) {
            docker.run("one");
            assertThat(docker.docker("exec", "one", "echo", "hello")).isEqualTo("hello\n");

            killFreezeAndRestart(docker);
            assertThat(docker.docker("ps", "--all", "--format", "{{.Names}}")).isEqualTo("one\n");
            assertThatThrownBy(() -> docker.docker("inspect", "two")).hasMessageContaining("No such object");
            assertLeavesNothing(docker);
        }
    }

    @Test
    void lxdRunsDiesAndRemembers() {
        try (var lxd = TestEngines.newLxd()) {
            lxd.launch("one");
            assertThat(lxd.lxc("exec", "one", "--", "echo", "hello")).isEqualTo("hello\n");

            killFreezeAndRestart(lxd);
            assertThat(lxd.lxc("list", "--format", "csv", "--columns", "ns")).isEqualTo("one,RUNNING\n");
            assertLeavesNothing(lxd);
        }
    }

    private static void killFreezeAndRestart(EngineDaemon daemon) {
        daemon.freeze();
        assertThat(daemon.isUp()).isFalse();
        daemon.thaw();
        assertThat(daemon.isUp()).isTrue();
        daemon.kill();
        assertThat(daemon.isUp()).isFalse();
        daemon.start();
        daemon.restart();
        assertThat(daemon.isUp()).isTrue();
    }

    private static void assertLeavesNothing(EngineDaemon daemon) {
        daemon.close();
        assertThat(daemon.directory()).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(line -> line.contains(daemon.directory().toString())))
                .isEmpty();
        assertThat(Path.of("/sys/fs/cgroup/pids/bulkhead-test-" + daemon.directory().getFileName()))
                .doesNotExist();
    }
}
