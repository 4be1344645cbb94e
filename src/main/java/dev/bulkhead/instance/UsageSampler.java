package dev.bulkhead.instance;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import dev.bulkhead.host.EngineStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads counters of what is watched and makes rates of them. Each engine is read by itself, so that one that hangs has gaps alone. */
@Component
class UsageSampler {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    /** How often all are read when somebody watches all: every so many ticks. */
    private static final int ALL_EVERY = 3;

    private static final Logger LOG = LoggerFactory.getLogger(UsageSampler.class);

    private final InstanceInventory inventory;
    private final EngineRegistry engines;
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final Map<InstanceId, Sample> samples = new ConcurrentHashMap<>();
    private final Map<InstanceId, Usage> usages = new ConcurrentHashMap<>();
    private final Set<EngineId> underWay = ConcurrentHashMap.newKeySet();
    private int tick;

    UsageSampler(InstanceInventory inventory, EngineRegistry engines) {
        this.inventory = inventory;
        this.engines = engines;
    }

    /** @param ids empty for all that run */
    private record Watch(Set<InstanceId> ids, Runnable listener) {}

    Registration watch(Set<InstanceId> ids, Runnable listener) {
        Watch watch = new Watch(ids, listener);
        watches.add(watch);
        return () -> watches.removeIf(other -> other == watch);
    }

    Optional<Usage> latest(InstanceId id) {
        return Optional.ofNullable(usages.get(id));
    }

    Collection<Usage> latest() {
        return usages.values();
    }

    @Scheduled(fixedRate = 2_000)
    void tick() {
        if (watches.isEmpty()) {
            samples.clear();
            usages.clear();
            return;
        }
        wanted(tick++ % ALL_EVERY == 0).forEach((engine, ids) -> {
            boolean up = engines.status(engine).map(EngineStatus::isUp).orElse(false);
            if (up && underWay.add(engine)) {
                Thread.ofVirtual().name("usage-" + engine).start(() -> sample(engine, ids));
            }
        });
    }

    private Map<EngineId, Set<String>> wanted(boolean all) {
        Set<InstanceId> ids = new HashSet<>();
        boolean allWatched = false;
        for (Watch watch : watches) {
            ids.addAll(watch.ids());
            allWatched |= watch.ids().isEmpty();
        }
        Map<EngineId, Set<String>> byEngine = new HashMap<>();
        for (InventoryItem item : inventory.all()) {
            boolean named = ids.contains(item.id()) || (all && allWatched);
            if (named && item.instance().state().isActive()) {
                byEngine.computeIfAbsent(item.id().engine(), engine -> new HashSet<>())
                        .add(item.id().local());
            }
        }
        usages.keySet()
                .removeIf(id -> inventory
                        .find(id)
                        .map(item -> !item.instance().state().isActive())
                        .orElse(true));
        return byEngine;
    }

    private void sample(EngineId id, Set<String> localIds) {
        try {
            EngineHandle handle = engines.engine(id).orElseThrow();
            Map<String, Sample> read = handle.read(
                    DEADLINE,
                    engine ->
                            engine.stats().map(stats -> stats.sample(localIds)).orElse(Map.of()));
            read.forEach((localId, sample) -> record(new InstanceId(id, localId), sample));
            watches.forEach(watch -> watch.listener().run());
        } catch (EngineException gap) {
            LOG.debug("Engine {} did not tell what its instances use: {}", id, gap.getMessage());
        } finally {
            underWay.remove(id);
        }
    }

    private void record(InstanceId id, Sample now) {
        Sample before = samples.put(id, now);
        usages.put(id, new Usage(id, now.at(), before == null ? null : cpus(before, now), now.memoryUsed()));
    }

    /** Null for a restarted guest, whose counter went back: a gap, not a spike. */
    static @Nullable Double cpus(Sample before, Sample now) {
        if (before.cpuTime() == null || now.cpuTime() == null) {
            return null;
        }
        long elapsed = Duration.between(before.at(), now.at()).toNanos();
        long used = now.cpuTime().minus(before.cpuTime()).toNanos();
        return elapsed <= 0 || used < 0 ? null : (double) used / elapsed;
    }
}
