package dev.bulkhead.lxd;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.lxd.LxdServer.Depth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Containers and virtual machines of all projects of one server. */
final class LxdInstances implements Instances {

    private final EngineId engine;
    private final InstanceDirectory directory;
    private final InstanceReader reader;
    private final InstanceCommands commands;

    LxdInstances(EngineId engine, LxdServer server, InstanceDirectory directory) {
        this.engine = engine;
        this.directory = directory;
        this.reader = new InstanceReader(server::memory);
        this.commands = new InstanceCommands(server.client(), directory);
    }

    @Override
    public List<Instance> list() {
        List<Instance> instances = new ArrayList<>();
        directory.all(Depth.STATE).forEach((id, document) -> instances.add(read(id, document)));
        return instances;
    }

    @Override
    public Optional<Instance> find(String localId) {
        return directory.find(localId).map(document -> read(localId, document));
    }

    @Override
    public void perform(String localId, Action action) {
        commands.perform(localId, action);
    }

    private Instance read(String localId, InstanceDocument document) {
        return reader.read(new InstanceId(engine, localId), document);
    }
}
