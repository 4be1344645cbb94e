package dev.bulkhead.docker;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimable.Kind;
import dev.bulkhead.engine.Reclaimables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code docker system df} calls reclaimable, without images that still have a name: who named one may want it again. */
final class DockerReclaimables implements Reclaimables {

    private final DockerApi api;

    DockerReclaimables(DockerApi api) {
        this.api = api;
    }

    @Override
    public List<Reclaimable> list() {
        // Podman and engines before API 1.42 answer with all that they have; the types only spare work.
        return read(api.read("/system/df?type=image&type=volume&type=build-cache"));
    }

    static List<Reclaimable> read(JsonNode usage) {
        List<Reclaimable> found = new ArrayList<>();
        for (JsonNode image : usage.path("Images")) {
            if (DockerImages.tags(image).isEmpty() && image.path("Containers").asLong(0) <= 0) {
                found.add(new Reclaimable(Kind.UNTAGGED_IMAGE, Text.of(image.path("Id")), "", ownSize(image)));
            }
        }
        for (JsonNode volume : usage.path("Volumes")) {
            JsonNode use = volume.path("UsageData");
            if (use.path("RefCount").asLong(-1) == 0) {
                found.add(
                        new Reclaimable(Kind.VOLUME, Text.of(volume.path("Name")), "", Amounts.size(use.path("Size"))));
            }
        }
        long cache = 0;
        for (JsonNode part : usage.path("BuildCache")) {
            boolean counted =
                    part.path("InUse").asBoolean(false) || part.path("Shared").asBoolean(false);
            cache += counted ? 0 : Math.max(0, part.path("Size").asLong(0));
        }
        if (cache > 0) {
            found.add(new Reclaimable(Kind.BUILD_CACHE, "", "", new ByteSize(cache)));
        }
        return found;
    }

    /** Without the layers that other images have, too: those stay. */
    private static @Nullable ByteSize ownSize(JsonNode image) {
        long all = image.path("Size").asLong(-1);
        long shared = Math.max(0, image.path("SharedSize").asLong(0));
        return all < 0 ? null : new ByteSize(Math.max(0, all - shared));
    }
}
