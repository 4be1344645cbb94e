package dev.bulkhead.docker;

import dev.bulkhead.engine.InstanceDetails.Mount;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The mounts of a container, which list and inspection tell in one form. */
final class ContainerMounts {

    private static final int MOST = 500;

    private ContainerMounts() {}

    static List<Mount> read(JsonNode mounts) {
        List<Mount> read = new ArrayList<>();
        for (JsonNode mount : mounts.values()) {
            if (read.size() == MOST) {
                break;
            }
            String name = Text.of(mount.path("Name"));
            read.add(new Mount(
                    Text.of(mount.path("Type")),
                    name.isEmpty() ? Text.of(mount.path("Source")) : name,
                    Text.of(mount.path("Destination")),
                    mount.path("RW").asBoolean(false)));
        }
        return read;
    }
}
