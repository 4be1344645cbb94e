package dev.bulkhead.lxd;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineInfo.Notice;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Reclaimables;
import dev.bulkhead.engine.Stats;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One LXD or Incus server behind a unix socket. */
final class LxdEngine implements Engine {

    private final EngineId id;
    private final LxdClient client;
    private final LxdServer server;
    private final InstanceDirectory directory;
    private final LxdInstances instances;
    private final LxdChanges changes;
    private final LxdConsoles consoles;

    LxdEngine(EngineId id, Path socket) {
        this.id = id;
        this.client = new LxdClient(socket, "lxd-" + id.value(), new LxdErrors(id, socket));
        this.server = new LxdServer(client);
        NameIndex index = new NameIndex();
        this.directory = new InstanceDirectory(server, index);
        this.instances = new LxdInstances(id, server, directory);
        this.changes = new LxdChanges(server, index);
        this.consoles = new LxdConsoles(client, directory, new HostRights(socket));
    }

    @Override
    public EngineId id() {
        return id;
    }

    @Override
    public EngineInfo check() {
        JsonNode answer = server.read();
        JsonNode environment = answer.path("environment");
        String product = environment.path("server").asString("lxd").equals("incus") ? "Incus" : "LXD";
        boolean trusted = answer.path("auth").asString("").equals("trusted");
        return new EngineInfo(
                product,
                Text.cut(environment.path("server_version").asString("")),
                Text.cut(answer.path("api_version").asString("")),
                trusted ? List.of() : List.of(Notice.NOT_TRUSTED));
    }

    @Override
    public Instances instances() {
        return instances;
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(changes);
    }

    @Override
    public Optional<Capacity> capacity() {
        return Optional.of(new LxdCapacity(server));
    }

    @Override
    public Optional<Stats> stats() {
        return Optional.of(new LxdStats(directory, new GuestGroups(Path.of("/"))));
    }

    @Override
    public Optional<Consoles> consoles() {
        return Optional.of(consoles);
    }

    @Override
    public Optional<Reclaimables> reclaimables() {
        return Optional.of(new LxdReclaimables(server));
    }

    @Override
    public Optional<Networks> networks() {
        return Optional.of(new LxdNetworks(server));
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(new LxdImages(server));
    }

    @Override
    public void close() {
        consoles.close();
        changes.close();
        client.close();
    }
}
