package dev.bulkhead.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LxdDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this machine has and promised, beside what its own tools and those of the engines tell. */
class CapacityIT extends BrowserTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long MIB = 1L << 20;

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final DockerDaemon docker = TestEngines.docker();
    private final LxdDaemon lxd = TestEngines.lxd();

    @Test
    void theRealHostAddsUp() {
        try (Scene scene = new Scene()) {
            lxd.lxc("config", "set", "student-bo", "limits.memory=192MiB", "limits.cpu=1");
            docker.docker("volume", "create", "orphan");
            Sum sum = new Sum();
            libvirt.virsh("list", "--all", "--name")
                    .lines()
                    .filter(name -> !name.isBlank())
                    .forEach(name -> {
                        String info = libvirt.virsh("dominfo", "--domain", name);
                        sum.add(figure(info, "CPU(s):"), figure(info, "Max memory:") * 1024);
                    });
            docker.docker("ps", "--all", "--quiet").lines().forEach(id -> {
                String[] limits = docker.docker(
                                "inspect", "--format", "{{.HostConfig.NanoCpus}} {{.HostConfig.Memory}}", id)
                        .strip()
                        .split(" ");
                sum.add(Double.parseDouble(limits[0]) / 1e9, Double.parseDouble(limits[1]));
            });
            JSON.readTree(lxd.lxc("query", "/1.0/instances?recursion=1")).forEach(guest -> {
                JsonNode config = guest.path("expanded_config");
                String memory = config.path("limits.memory").asString("");
                sum.add(
                        config.path("limits.cpu").asDouble(0),
                        memory.isEmpty() ? 0 : Double.parseDouble(memory.replace("MiB", "")) * MIB);
            });

            await().untilAsserted(() -> {
                JsonNode host = report().path("hosts").path(0);
                assertThat(host.path("cpu").path("promised").asDouble()).isEqualTo(sum.cpus);
                assertThat(host.path("memory").path("promised").asDouble()).isEqualTo(sum.memory);
                assertThat(host.path("withoutMemoryLimit").asInt()).isEqualTo(sum.withoutMemory);
                assertThat(host.path("cpu").path("total").asDouble()).isEqualTo(processors());
                assertThat(host.path("memory").path("total").asDouble()).isEqualTo(memory());
            });
            JsonNode report = report();
            assertThat(StreamSupport.stream(report.path("projects").spliterator(), false)
                            .mapToDouble(project ->
                                    project.path("promised").path("memoryBytes").asDouble())
                            .sum())
                    .isEqualTo(sum.memory);
            open("capacity?tab=leftover", "Capacity");
            assertThat(page.locator(".column .card").first()).containsText("debian-13-template");
            assertThat(page.locator(".column")).containsText("orphan");
            open("capacity", "Capacity");
            assertThat(page.locator(".room").first()).containsText("registry");
            open("capacity?tab=fit&like=" + scene.container().replace("instances/", ""), "Capacity");
            assertThat(page.locator(".small-table .state").first()).hasText("Fits");
        } finally {
            docker.docker("volume", "rm", "--force", "orphan");
        }
    }

    private static JsonNode report() {
        return JSON.readTree(ServedApplication.caller().get("/api/v1/capacity").body());
    }

    private static double figure(String info, String label) {
        return info.lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip().split(" ")[0])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }

    private static double processors() throws IOException {
        return Files.readAllLines(Path.of("/proc/stat")).stream()
                .filter(line -> line.matches("cpu\\d+ .*"))
                .count();
    }

    private static double memory() throws IOException {
        return figure(Files.readString(Path.of("/proc/meminfo")), "MemTotal:") * 1024;
    }

    /** Of what a program told, where 0 is no limit. */
    private static final class Sum {

        private double cpus;
        private double memory;
        private int withoutMemory;

        void add(double moreCpus, double moreMemory) {
            cpus += moreCpus;
            memory += moreMemory;
            withoutMemory += moreMemory == 0 ? 1 : 0;
        }
    }
}
