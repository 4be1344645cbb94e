package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Reclaimables;
import dev.bulkhead.engine.Stats;
import java.util.Optional;

/** One Docker Engine or Podman service behind a unix socket. */
final class DockerEngine implements Engine {

    private final EngineId id;
    private final DockerApi api;
    private final DockerChanges changes;
    private final DockerConsoles consoles;
    private final DockerStats stats;
    private final Inspections inspections = new Inspections();

    DockerEngine(EngineId id, DockerSocket socket) {
        this.id = id;
        this.api = new DockerApi(new DockerErrors(id, socket));
        this.consoles = new DockerConsoles(api);
        this.stats = new DockerStats(api, new ControlGroups());
        this.changes = new DockerChanges(id, api, inspections);
    }

    @Override
    public EngineId id() {
        return id;
    }

    @Override
    public EngineInfo check() {
        return api.negotiate();
    }

    @Override
    public Instances instances() {
        return new DockerInstances(id, api, inspections);
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(changes);
    }

    @Override
    public Optional<Capacity> capacity() {
        return Optional.of(new DockerCapacity(api));
    }

    @Override
    public Optional<Stats> stats() {
        return Optional.of(stats);
    }

    @Override
    public Optional<Consoles> consoles() {
        return Optional.of(consoles);
    }

    @Override
    public Optional<Reclaimables> reclaimables() {
        return Optional.of(new DockerReclaimables(api));
    }

    @Override
    public Optional<Networks> networks() {
        return Optional.of(new DockerNetworks(api));
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(new DockerImages(api));
    }

    @Override
    public void close() {
        consoles.close();
        changes.close();
        api.close();
    }
}
