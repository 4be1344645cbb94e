package dev.bulkhead.alert;

import dev.bulkhead.access.ProjectDirectory;
import dev.bulkhead.access.Projects;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostFeed;
import dev.bulkhead.metrics.UsageFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at all there is, from memory: it waits for nobody. */
@Component
class Lookout {

    private final AlertedInstances instances;
    private final AlertedLeases leases;
    private final AlertedForecasts forecasts;
    private final ProjectDirectory projects;
    private final HostFeed hosts;
    private final UsageFeed usages;

    Lookout(
            AlertedInstances instances,
            AlertedLeases leases,
            AlertedForecasts forecasts,
            ProjectDirectory projects,
            HostFeed hosts,
            UsageFeed usages) {
        this.instances = instances;
        this.leases = leases;
        this.forecasts = forecasts;
        this.projects = projects;
        this.hosts = hosts;
        this.usages = usages;
    }

    /**
     * All there is at one tick.
     *
     * @param seen by kind
     * @param silent engines whose instances may be there though they are not seen
     */
    record View(Map<Signal.Kind, List<Seen>> seen, Set<EngineId> silent) {

        List<Seen> of(Signal.Kind kind) {
            return seen.getOrDefault(kind, List.of());
        }

        /** Whether what is not seen is not there. */
        boolean wouldShow(Subject subject) {
            return subject.kind() != Signal.Kind.INSTANCE
                    || InstanceId.parse(subject.id())
                            .filter(id -> silent.contains(id.engine()))
                            .isEmpty();
        }
    }

    View look(Instant now) {
        List<Seen> machines = new ArrayList<>();
        Map<HostId, Integer> cpus = new HashMap<>();
        for (HostFeed.Reading host : hosts.hosts()) {
            machines.add(new SeenHost(host, usages.latest(host.id()).orElse(null), forecasts, now));
            HostFacts facts = host.facts();
            if (facts != null && facts.cpuThreads() != null) {
                cpus.put(host.id(), facts.cpuThreads());
            }
        }
        List<Seen> engines = new ArrayList<>();
        Set<EngineId> silent = new HashSet<>();
        for (EngineStatus engine : hosts.engines()) {
            engines.add(new SeenEngine(engine));
            if (!engine.isUp()) {
                silent.add(engine.id());
            }
        }
        Map<Signal.Kind, List<Seen>> seen = new EnumMap<>(Signal.Kind.class);
        seen.put(Signal.Kind.HOST, machines);
        seen.put(Signal.Kind.ENGINE, engines);
        seen.put(Signal.Kind.INSTANCE, instances(cpus, now));
        return new View(seen, silent);
    }

    private List<Seen> instances(Map<HostId, Integer> cpus, Instant now) {
        Projects placed = projects.projects();
        List<Seen> all = new ArrayList<>();
        for (AlertedInstances.Known known : instances.all()) {
            InstanceId id = known.instance().id();
            all.add(new SeenInstance(
                    known,
                    usages.latest(id).orElse(null),
                    cpus.get(known.host()),
                    placed.of(id).id().toString(),
                    leases.endOf(id).orElse(null),
                    now));
        }
        return all;
    }
}
