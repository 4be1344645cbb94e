package dev.bulkhead.libvirt;

import com.sun.jna.ptr.LongByReference;
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
import dev.bulkhead.engine.Screens;
import dev.bulkhead.engine.Stats;
import java.util.Optional;

/** A libvirt daemon, or one of libvirt's drivers in this process. */
final class LibvirtEngine implements Engine {

    private final Connections connections;
    private final Figures figures;
    private final Instances instances;
    private final Changes changes;
    private final Capacity capacity;
    private final Stats stats;
    private final LibvirtConsoles consoles;
    private final Screens screens;

    LibvirtEngine(Connections connections, Figures figures) {
        this.connections = connections;
        this.figures = figures;
        this.instances = new LibvirtInstances(connections, figures);
        this.changes = new LibvirtChanges(connections);
        this.capacity = new LibvirtCapacity(connections);
        this.stats = new LibvirtStats(connections, figures);
        this.consoles = new LibvirtConsoles(connections);
        this.screens = new LibvirtScreens(connections);
    }

    @Override
    public EngineId id() {
        return connections.engine();
    }

    @Override
    public EngineInfo check() {
        return connections.call(connection -> {
            // One call over the wire, so that a peer that does not answer is noticed.
            connection.check(connection.library().virConnectGetLibVersion(connection.pointer(), new LongByReference()));
            return connections.identity(connection).info();
        });
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
        return Optional.of(capacity);
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
    public Optional<Screens> screens() {
        return Optional.of(screens);
    }

    @Override
    public Optional<Reclaimables> reclaimables() {
        return Optional.of(new LibvirtReclaimables(connections));
    }

    @Override
    public Optional<Networks> networks() {
        return Optional.of(new LibvirtNetworks(connections));
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(new LibvirtImages(connections));
    }

    @Override
    public void close() {
        consoles.close();
        connections.close();
        figures.close();
    }
}
