package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The harness itself: what other tests take for granted about their engines. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TestEnginesTest {
    @Test
    void libvirtRunsDiesAndRemembers() {
        try (var libvirt = TestEngines.newLibvirt()) {
            libvirt.startGuest("a&b <c>", LinuxGuest.NETWORK_CARD);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(libvirt.virsh("domifaddr", "a&b <c>")).contains("192.168.150."));
            assertThat(libvirt.screen("a&b <c>")).exists();

            killFreezeAndRestart(libvirt);
            assertThat(libvirt.virsh("domstate", "a&b <c>")).isEqualTo("running\n");
            libvirt.virsh("shutdown", "a&b <c>");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(libvirt.virsh("domstate", "a&b <c>")).isEqualTo("shut off\n"));
            assertLeavesNothing(libvirt);
        }
    }

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
    void podmanRunsDiesAndRemembers() {
        try (var podman = TestEngines.newPodman()) {
            podman.run("one");
            assertThat(podman.podman("exec", "one", "echo", "hello")).isEqualTo("hello\n");

            killFreezeAndRestart(podman);
            assertThat(podman.podman("ps", "--all", "--format", "{{.Names}}")).isEqualTo("one\n");
            assertLeavesNothing(podman);
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
        assertThat(Path.of("/sys/fs/cgroup/pids/bulkhead-test-"
                        + daemon.directory().getFileName()))
                .doesNotExist();
    }
}
