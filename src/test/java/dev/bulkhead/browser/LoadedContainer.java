package dev.bulkhead.browser;

import dev.bulkhead.testing.CountedDisk;
import dev.bulkhead.testing.DockerDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A container of Docker; its disk is a device of its own, and it talks to the bridge. */
final class LoadedContainer implements LoadedGuest {

    private static final String NAME = "loaded-app";
    private static final double NANOS = 1e9;

    private final DockerDaemon docker = TestEngines.docker();
    private final CountedDisk disk = new CountedDisk(docker);
    private final String id = docker.run(NAME, "--cpus", "0.3", "--device", disk.device());

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "instances/atlas-docker." + id;
    }

    @Override
    public void work() {
        String bridge = docker.docker("inspect", "--format", "{{.NetworkSettings.Gateway}}", NAME)
                .strip();
        docker.docker("exec", NAME, "sh", "-c", LoadedGuest.loads(disk.device(), bridge));
    }

    @Override
    public void rest() {
        docker.docker("exec", NAME, "sh", "-c", END_ALL);
    }

    @Override
    public Map<Figure, Double> told() {
        JsonNode stats = ask("/containers/" + id + "/stats?stream=false&one-shot=true");
        JsonNode memory = stats.path("memory_stats");
        JsonNode details = memory.path("stats");
        long unused = details.path("total_inactive_file")
                .asLong(details.path("inactive_file").asLong(0));
        double written = 0;
        for (JsonNode entry : stats.path("blkio_stats").path("io_service_bytes_recursive")) {
            written += entry.path("op").asString("").equalsIgnoreCase("write")
                    ? entry.path("value").asDouble(0)
                    : 0;
        }
        JsonNode nic = stats.path("networks").path("eth0");
        return Map.of(
                Figure.CPU,
                stats.path("cpu_stats").path("cpu_usage").path("total_usage").asDouble(0) / NANOS,
                Figure.MEMORY,
                memory.path("usage").asDouble(0) - unused,
                Figure.WRITTEN,
                written,
                Figure.IN,
                nic.path("rx_bytes").asDouble(0),
                Figure.OUT,
                nic.path("tx_bytes").asDouble(0));
    }

    private JsonNode ask(String path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(docker.socket()))) {
            channel.write(StandardCharsets.US_ASCII.encode("GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n"));
            String answer = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        docker.docker("rm", "--force", NAME);
        disk.close();
    }
}
