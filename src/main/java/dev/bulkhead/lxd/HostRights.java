package dev.bulkhead.lxd;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Tells instances in which root is root of the host, or can make itself that. */
final class HostRights {

    private static final String UNIX = "unix:";

    private final Path socket;

    HostRights(Path socket) {
        this.socket = socket;
    }

    boolean has(InstanceDocument document) {
        if (document.configFlag("security.privileged")
                || !document.config("raw.lxc").isEmpty()
                || !document.config("raw.idmap").isEmpty()) {
            return true;
        }
        for (JsonNode device : document.devices()) {
            if (reachesHost(device)) {
                return true;
            }
        }
        return false;
    }

    /** A share of the host's root or of the engine's socket, a way to that socket, or a disk of the host. */
    private boolean reachesHost(JsonNode device) {
        String source = device.path("source").asString("");
        String connect = device.path("connect").asString("");
        return switch (device.path("type").asString("")) {
            case "unix-block" -> true;
            case "disk" -> device.path("pool").asString("").isEmpty() && (isHostDisk(source) || leadsToSocket(source));
            case "proxy" -> connect.startsWith(UNIX) && leadsToSocket(connect.substring(UNIX.length()));
            default -> false;
        };
    }

    private static boolean isHostDisk(String source) {
        return source.startsWith("/dev/") || source.equals("/dev");
    }

    private boolean leadsToSocket(String source) {
        try {
            Path path = Path.of(source);
            return path.isAbsolute() && socket.startsWith(path.normalize());
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }
}
