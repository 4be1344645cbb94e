package dev.bulkhead.host;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the machines themselves use, for those who measure; pages ask {@link HostService}. */
@Component
public class Machines {

    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    /** Pools are looked at once a minute at least, by an engine that answers. */
    private static final Duration OLDEST = Duration.ofMinutes(2);

    private final EngineRegistry registry;
    private final HostFactsReader facts;
    private final Promises promises;
    private final MachineCounters local = new MachineCounters(Path.of("/"));

    Machines(EngineRegistry registry, HostFactsReader facts, Promises promises) {
        this.promises = promises;
        this.registry = registry;
        this.facts = facts;
    }

    /** All hosts, in the order of configuration. */
    public List<HostId> all() {
        return registry.hosts().stream().map(HostCatalog.Entry::id).toList();
    }

    /**
     * One reading of a machine: of this one by the kernel's files, of another by the first of its engines that tells. Storage is that of
     * the last look at the pools, up to a minute old; what is promised is the inventory's. Blocks for the engine.
     *
     * @return empty where nothing tells, or not in time
     */
    public Optional<Sample> sample(HostId id, Duration deadline) {
        return registry.hosts().stream()
                .filter(host -> host.id().equals(id))
                .findFirst()
                .flatMap(host -> host.local() ? Optional.of(local.read()) : ask(host, deadline))
                .map(sample -> withPromises(id, withStorage(id, sample)));
    }

    /** Where a machine's engines keep disks, by the last look at the pools; none where that is too old to tell what is now. From memory. */
    public List<StoragePlace> storagePlaces(HostId id) {
        return facts.peek(id)
                .filter(reading -> reading.at().isAfter(Instant.now().minus(OLDEST)))
                .map(reading -> CapacityCalculator.places(reading.now().pools()))
                .orElse(List.of());
    }

    private Optional<Sample> ask(HostCatalog.Entry host, Duration deadline) {
        return host.engines().stream()
                .map(member -> member.engine().id())
                .filter(engine ->
                        registry.status(engine).map(EngineStatus::isUp).orElse(false))
                .flatMap(engine -> registry.engine(engine).stream())
                .flatMap(handle -> ask(handle, deadline).stream())
                .findFirst();
    }

    private static Optional<Sample> ask(EngineHandle handle, Duration deadline) {
        try {
            return handle.read(deadline, engine -> engine.stats().flatMap(Stats::sampleMachine));
        } catch (EngineException gap) {
            LOG.debug("Engine {} did not tell what its machine uses: {}", handle.id(), gap.getMessage());
            return Optional.empty();
        }
    }

    private Sample withStorage(HostId id, Sample sample) {
        return facts.latest(id)
                .map(now -> CapacityCalculator.storage(now.pools()))
                .map(storage -> {
                    Sample.Builder all = new Sample.Builder();
                    sample.values().forEach(all::put);
                    return all.put(Meter.STORAGE_USED, whole(storage.used()))
                            .put(Meter.STORAGE_LIMIT, whole(storage.total()))
                            .put(Meter.STORAGE_PROMISED, whole(storage.promised()))
                            .at(sample.at());
                })
                .orElse(sample);
    }

    private Sample withPromises(HostId id, Sample sample) {
        Promises.Promised promised = registry.hosts().stream()
                .filter(host -> host.id().equals(id))
                .flatMap(host -> host.engines().stream())
                .map(member -> promises.of(member.engine().id()))
                .reduce(Promises.Promised.NOTHING, Promises.Promised::plus);
        Sample.Builder all = new Sample.Builder();
        sample.values().forEach(all::put);
        return all.put(Meter.CPU_PROMISED, Math.round(promised.cpus() * 1000))
                .put(Meter.MEMORY_PROMISED, (long) promised.memoryBytes())
                .at(sample.at());
    }

    private static @Nullable Long whole(@Nullable Double bytes) {
        return bytes == null ? null : bytes.longValue();
    }
}
