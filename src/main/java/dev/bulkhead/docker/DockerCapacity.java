package dev.bulkhead.docker;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the engine knows of its machine, and the file system under its data, which is here since its socket is. */
final class DockerCapacity implements Capacity {

    private final DockerApi api;

    DockerCapacity(DockerApi api) {
        this.api = api;
    }

    @Override
    public HostFacts read() {
        JsonNode info = api.read("/info");
        int threads = info.path("NCPU").asInt(0);
        return new HostFacts(
                Text.of(info.path("Name")),
                Text.of(info.path("OperatingSystem")),
                Text.of(info.path("KernelVersion")),
                "",
                threads > 0 ? (Integer) threads : null,
                null,
                positive(info.path("MemTotal").asLong(0)),
                null,
                null,
                null,
                pools(info));
    }

    private static List<Pool> pools(JsonNode info) {
        String root = Text.of(info.path("DockerRootDir"));
        if (root.isEmpty()) {
            return List.of();
        }
        String driver = Text.of(info.path("Driver"));
        String name = driver.isEmpty() ? "data" : driver;
        try {
            FileStore store = Files.getFileStore(Path.of(root));
            long total = store.getTotalSpace();
            long used = total - store.getUnallocatedSpace();
            return List.of(new Pool("data", name, root, positive(total), new ByteSize(Math.max(0, used)), null, true));
        } catch (IOException | RuntimeException elsewhere) {
            // The engine may live in a namespace or a virtual machine of its own, where its paths are not ours.
            return List.of(new Pool("data", name, root, null, null, null, true));
        }
    }

    private static @Nullable ByteSize positive(long bytes) {
        return bytes > 0 ? new ByteSize(bytes) : null;
    }
}
