package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimable.Kind;
import dev.bulkhead.engine.Reclaimables;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Custom volumes that no instance has, and images that the server keeps in case they are needed again. */
final class LxdReclaimables implements Reclaimables {

    private final LxdServer server;

    LxdReclaimables(LxdServer server) {
        this.server = server;
    }

    @Override
    public List<Reclaimable> list() {
        List<Reclaimable> found = new ArrayList<>();
        List<String> pools = new ArrayList<>();
        server.client()
                .each(
                        "/1.0/storage-pools?recursion=1",
                        pool -> pools.add(pool.path("name").asString("")));
        for (String pool : pools) {
            List<ObjectNode> unused = new ArrayList<>();
            server.client().each(volumes(pool), volume -> {
                if (volume.path("type").asString("").equals("custom")
                        && volume.path("used_by").isEmpty()) {
                    unused.add(volume);
                }
            });
            unused.forEach(volume -> found.add(new Reclaimable(
                    Kind.VOLUME, Text.cut(volume.path("name").asString("")), Text.cut(pool), used(pool, volume))));
        }
        server.eachImage(image -> {
            if (image.path("cached").asBoolean(false)) {
                found.add(new Reclaimable(Kind.CACHED_IMAGE, name(image), "", Amounts.positive(image.path("size"))));
            }
        });
        return found;
    }

    /** Of a server that cannot list those of all projects, those of the default one. */
    private String volumes(String pool) {
        String path = "/1.0/storage-pools/" + InstanceName.encode(pool) + "/volumes?recursion=1";
        return server.can("storage_volumes_all_projects") ? path + "&all-projects=true" : path;
    }

    /** Null where the pool's driver does not measure volumes. */
    private @Nullable ByteSize used(String pool, JsonNode volume) {
        String project = volume.path("project").asString("default");
        try {
            return Amounts.positive(server.client()
                    .get("/1.0/storage-pools/" + InstanceName.encode(pool) + "/volumes/custom/"
                            + InstanceName.encode(volume.path("name").asString("")) + "/state?project="
                            + InstanceName.encode(project.isEmpty() ? "default" : project))
                    .path("usage")
                    .path("used"));
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.UNREACHABLE || failure.kind() == ErrorKind.TIMEOUT) {
                throw failure;
            }
            return null;
        }
    }

    private static String name(JsonNode image) {
        String words = image.path("properties").path("description").asString("");
        return Text.cut(words.isEmpty() ? image.path("fingerprint").asString("") : words);
    }
}
