package dev.bulkhead.lxd;

import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The machine as the server describes it. */
final class LxdCapacity implements Capacity {

    private final LxdServer server;

    LxdCapacity(LxdServer server) {
        this.server = server;
    }

    @Override
    public HostFacts read() {
        JsonNode environment = server.read().path("environment");
        JsonNode resources = server.client().get("/1.0/resources");
        JsonNode cpu = resources.path("cpu");
        int threads = cpu.path("total").asInt(0);
        String system = environment.path("os_name").asString("") + " "
                + environment.path("os_version").asString("");
        return new HostFacts(
                Text.cut(environment.path("server_name").asString("")),
                Text.cut(system.strip()),
                Text.cut(environment.path("kernel_version").asString("")),
                Text.cut(cpu.path("sockets").path(0).path("name").asString("")),
                threads > 0 ? threads : null,
                null,
                Amounts.positive(resources.path("memory").path("total")),
                Amounts.positive(resources.path("memory").path("used")),
                null,
                acceleration(environment),
                pools());
    }

    /** It runs virtual machines on hardware acceleration or not at all, and then leaves QEMU out of its drivers. */
    private static @Nullable Boolean acceleration(JsonNode environment) {
        String[] drivers = environment.path("driver").asString("").split("\\|");
        return Arrays.stream(drivers).map(String::strip).anyMatch("qemu"::equals) ? true : null;
    }

    private List<Pool> pools() {
        List<ObjectNode> found = new ArrayList<>();
        server.client().each("/1.0/storage-pools?recursion=1", found::add);
        return found.stream().map(this::pool).toList();
    }

    private Pool pool(JsonNode pool) {
        String name = pool.path("name").asString("");
        JsonNode space = space(name);
        return new Pool(
                Text.cut(name),
                pool.path("driver").asString(""),
                Text.cut(pool.path("config").path("source").asString("")),
                Amounts.positive(space.path("total")),
                Amounts.positive(space.path("used")),
                null,
                pool.path("status").asString("Created").equals("Created"));
    }

    /** A pool whose disk is gone costs its figures, not those of the others. */
    private JsonNode space(String pool) {
        try {
            return server.client()
                    .get("/1.0/storage-pools/" + InstanceName.encode(pool) + "/resources")
                    .path("space");
        } catch (EngineException failure) {
            if (failure.kind() == ErrorKind.UNREACHABLE || failure.kind() == ErrorKind.TIMEOUT) {
                throw failure;
            }
            return Envelope.object();
        }
    }
}
