package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds and makes engines that speak Docker's API over a unix socket. */
@Component
public final class DockerFactory implements EngineFactory {

    private static final List<Path> USUAL_SOCKETS =
            List.of(Path.of("/var/run/docker.sock"), Path.of("/run/podman/podman.sock"));

    private final List<Path> usualSockets;

    @Autowired
    public DockerFactory() {
        this(USUAL_SOCKETS);
    }

    DockerFactory(List<Path> usualSockets) {
        this.usualSockets = usualSockets;
    }

    @Override
    public EngineKind kind() {
        return EngineKind.DOCKER;
    }

    @Override
    public List<EngineSettings> discover() {
        // Podman can be installed so that Docker's socket is a link to its own: one engine, not two.
        Set<Path> seen = new HashSet<>();
        return usualSockets.stream()
                .filter(Files::exists)
                .filter(path -> seen.add(realPath(path)))
                .map(path -> new EngineSettings(EngineKind.DOCKER, DockerSocket.uri(path)))
                .toList();
    }

    @Override
    public Engine create(EngineId id, EngineSettings settings) {
        return new DockerEngine(id, DockerSocket.of(settings.uri()));
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException unreadable) {
            return path;
        }
    }
}
