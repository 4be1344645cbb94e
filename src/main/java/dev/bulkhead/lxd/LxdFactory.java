package dev.bulkhead.lxd;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InvalidSettingsException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes engines for LXD and Incus. */
@Component
public final class LxdFactory implements EngineFactory {

    private static final List<Path> USUAL_SOCKETS = List.of(
            Path.of("/var/lib/lxd/unix.socket"),
            Path.of("/var/snap/lxd/common/lxd/unix.socket"),
            Path.of("/var/lib/incus/unix.socket"));

    @Override
    public EngineKind kind() {
        return EngineKind.LXD;
    }

    @Override
    public List<EngineSettings> discover() {
        return USUAL_SOCKETS.stream()
                .filter(Files::exists)
                .map(socket -> new EngineSettings(EngineKind.LXD, URI.create("unix://" + socket)))
                .toList();
    }

    @Override
    public Engine create(EngineId id, EngineSettings settings) {
        return new LxdEngine(id, socketOf(settings.uri()));
    }

    private static Path socketOf(URI uri) {
        String scheme = uri.getScheme();
        if ("https".equals(scheme)) {
            throw new InvalidSettingsException(
                    "LXD and Incus over https need a client certificate, which cannot be configured yet:"
                            + " run Bulkhead on that machine and use unix:///var/lib/lxd/unix.socket or unix:///var/lib/incus/unix.socket");
        }
        String path = uri.getPath();
        if (!"unix".equals(scheme) || path == null || !path.startsWith("/") || hasHost(uri)) {
            throw new InvalidSettingsException(
                    "LXD and Incus are reached at unix:///path, for example unix:///var/lib/lxd/unix.socket");
        }
        Path socket = parse(path);
        if (Files.isRegularFile(socket) || Files.isDirectory(socket)) {
            throw new InvalidSettingsException(socket + " is not a socket: give the path of the daemon's unix.socket");
        }
        if (Files.exists(socket) && !Files.isWritable(socket)) {
            throw new InvalidSettingsException(LxdErrors.deniedMessage(socket));
        }
        return socket;
    }

    /** {@code unix://var/lib/…} with a slash too few makes a host of the path's first part. */
    private static boolean hasHost(URI uri) {
        return uri.getRawAuthority() != null && !uri.getRawAuthority().isEmpty();
    }

    private static Path parse(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException malformed) {
            throw new InvalidSettingsException("The path of the socket is malformed: give an absolute path");
        }
    }
}
