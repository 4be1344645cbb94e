package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.List;
import java.util.Optional;

/** Looks into a container for a shell, without running anything in it. */
final class Shells {

    /** The friendlier first; the last is where images without a system keep theirs. */
    private static final List<String> KNOWN =
            List.of("/bin/bash", "/usr/bin/bash", "/bin/ash", "/bin/sh", "/usr/bin/sh", "/busybox/sh");

    private Shells() {}

    /** The first that exists; empty in a container that has none. */
    static Optional<String> first(DockerApi api, String containerId) {
        return KNOWN.stream().filter(path -> exists(api, containerId, path)).findFirst();
    }

    private static boolean exists(DockerApi api, String containerId, String path) {
        try {
            api.stream("HEAD", "/containers/" + containerId + "/archive?path=" + DockerApi.encode(path), null)
                    .close();
            return true;
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.NOT_FOUND) {
                return false;
            }
            throw failure;
        }
    }
}
