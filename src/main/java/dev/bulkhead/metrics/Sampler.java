package dev.bulkhead.metrics;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import dev.bulkhead.host.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Reads the counters of all that runs, at even moments, and makes rates of them. Each engine is read by itself, by one bulk call, so
 * that one that hangs has gaps alone; an answer that comes after the next tick is a gap, too.
 */
@Component
@EnableConfigurationProperties(MetricsSettings.class)
class Sampler {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    private final MeteredInstances instances;
    private final EngineRegistry engines;
    private final Duration tick;
    private final Map<EngineId, Map<String, Usage>> latest = new ConcurrentHashMap<>();
    private final Map<EngineId, Reading> readings = new ConcurrentHashMap<>();
    private final Set<EngineId> underWay = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<TickListener> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Consumer<EngineId>> followers = new CopyOnWriteArrayList<>();

    Sampler(MeteredInstances instances, EngineRegistry engines, MetricsSettings settings) {
        this.instances = instances;
        this.engines = engines;
        this.tick = settings.tick();
    }

    private record Reading(long nanoTime, Map<String, Sample> samples) {}

    /** Told of each engine's readings of a tick; one thread an engine; must return at once. */
    interface TickListener {

        void read(Instant tick, EngineId engine, Collection<Usage> usages);
    }

    Registration onTick(TickListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Told of each engine that was read at a tick, or did not answer; any thread; must return at once. */
    void afterReading(Consumer<EngineId> follower) {
        followers.add(follower);
    }

    /** What that instance used between the last two ticks; empty when it was not read at the last. */
    Optional<Usage> latest(InstanceId id) {
        return Optional.ofNullable(latest.getOrDefault(id.engine(), Map.of()).get(id.local()));
    }

    Collection<Usage> latest() {
        return latest.values().stream()
                .flatMap(usages -> usages.values().stream())
                .toList();
    }

    /** What was read last, as the engines counted. */
    Map<InstanceId, Sample> readings() {
        Map<InstanceId, Sample> all = new HashMap<>();
        readings.forEach((engine, reading) ->
                reading.samples.forEach((localId, sample) -> all.put(new InstanceId(engine, localId), sample)));
        return all;
    }

    /** @param at the even moment for which everything is read */
    void tick(Instant at) {
        Map<EngineId, Set<String>> active = instances.active();
        latest.keySet().retainAll(active.keySet());
        readings.keySet().retainAll(active.keySet());
        active.forEach((engine, localIds) -> {
            boolean up = engines.status(engine).map(EngineStatus::isUp).orElse(false);
            if (up && underWay.add(engine)) {
                Thread.ofVirtual().name("sample-" + engine).start(() -> sample(at, engine, localIds));
            } else {
                forget(engine);
                followers.forEach(follower -> follower.accept(engine));
            }
        });
    }

    private void sample(Instant at, EngineId id, Set<String> localIds) {
        try {
            EngineHandle handle = engines.engine(id).orElseThrow();
            Map<String, Sample> read = handle.read(
                    tick,
                    engine ->
                            engine.stats().map(stats -> stats.sample(localIds)).orElse(Map.of()));
            Map<String, Usage> usages = usages(at, id, read);
            latest.put(id, usages);
            listeners.forEach(listener -> listener.read(at, id, usages.values()));
        } catch (EngineException gap) {
            forget(id);
            LOG.debug("Engine {} did not tell what its instances use: {}", id, gap.getMessage());
        } finally {
            underWay.remove(id);
            followers.forEach(follower -> follower.accept(id));
        }
    }

    private Map<String, Usage> usages(Instant at, EngineId id, Map<String, Sample> samples) {
        Reading now = new Reading(System.nanoTime(), samples);
        Reading before = readings.put(id, now);
        Duration passed = before == null ? Duration.ZERO : Duration.ofNanos(now.nanoTime - before.nanoTime);
        Map<String, Usage> usages = HashMap.newHashMap(samples.size());
        samples.forEach((localId, sample) -> usages.put(
                localId,
                new Usage(
                        new InstanceId(id, localId),
                        at,
                        Rates.between(before == null ? null : before.samples.get(localId), sample, passed))));
        return usages;
    }

    /** A rate over a gap would be an average of what nobody saw. */
    private void forget(EngineId id) {
        latest.remove(id);
        readings.remove(id);
    }
}
