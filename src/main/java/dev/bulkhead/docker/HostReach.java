package dev.bulkhead.docker;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether who commands a container commands its host too. */
final class HostReach {

    private static final List<String> NAMESPACES = List.of("PidMode", "NetworkMode", "IpcMode", "UTSMode");

    private static final Set<String> CAPABILITIES =
            Set.of("ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "DAC_READ_SEARCH", "SYS_BOOT", "BPF");

    /** Whoever can write these, or speak to them, is root on the host; so is whoever has a directory above them. */
    private static final List<Path> KEYS = Stream.of(
                    "/var/run/docker.sock",
                    "/run/docker.sock",
                    "/run/containerd/containerd.sock",
                    "/run/podman/podman.sock",
                    "/run/libvirt/libvirt-sock",
                    "/var/lib/docker",
                    "/var/lib/containers",
                    "/var/lib/lxd/unix.socket",
                    "/etc/shadow",
                    "/root/.ssh",
                    "/proc/sys",
                    "/dev/mem",
                    "/usr/bin",
                    "/boot")
            .map(Path::of)
            .toList();

    private HostReach() {}

    /** @param container as inspected */
    static boolean of(JsonNode container, DockerSocket socket) {
        JsonNode host = container.path("HostConfig");
        return host.path("Privileged").asBoolean(false)
                || NAMESPACES.stream()
                        .anyMatch(name -> "host".equals(host.path(name).asString("")))
                || host.path("CapAdd").values().stream().anyMatch(HostReach::isKey)
                || !host.path("Devices").isEmpty()
                || container.path("Mounts").values().stream().anyMatch(mount -> holdsKey(mount, socket));
    }

    private static boolean isKey(JsonNode capability) {
        String name = capability.asString("").toUpperCase(Locale.ROOT);
        return CAPABILITIES.contains(name.startsWith("CAP_") ? name.substring(4) : name);
    }

    private static boolean holdsKey(JsonNode mount, DockerSocket socket) {
        if (!"bind".equals(mount.path("Type").asString(""))) {
            return false;
        }
        try {
            Path source = Path.of(mount.path("Source").asString("")).normalize();
            return Stream.concat(KEYS.stream(), Stream.of(socket.path())).anyMatch(key -> key.startsWith(source));
        } catch (InvalidPathException strange) {
            return true;
        }
    }
}
