package dev.bulkhead.metrics;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Part;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads virtual CPUs, disks and interfaces one by one, of those instances that somebody looks at; keeps nothing of it. That is after each
 * tick's reading of their engine and not beside it: of a machine that is asked twice at once libvirt tells the second one half.
 */
@Component
class PartSampler {

    private static final Logger LOG = LoggerFactory.getLogger(PartSampler.class);

    private final EngineRegistry engines;
    private final Duration tick;
    private final Map<InstanceId, Watched> watched = new ConcurrentHashMap<>();

    PartSampler(EngineRegistry engines, Sampler sampler, MetricsSettings settings) {
        sampler.afterReading(this::read);
        this.engines = engines;
        this.tick = settings.tick();
    }

    private record Key(Part.Kind kind, String name) {}

    private record Reading(long nanoTime, Map<Key, Part> parts) {}

    private static final class Watched {

        private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final AtomicBoolean underWay = new AtomicBoolean();
        private volatile @Nullable Reading reading;
        private volatile @Nullable List<PartUsage> latest;
    }

    /** Reads that instance from now on, until all who asked for it are gone; calls {@code listener} after each reading, from any thread. */
    Registration watch(InstanceId id, Runnable listener) {
        Watched one = watched.compute(id, (key, known) -> {
            Watched instance = known == null ? new Watched() : known;
            instance.listeners.add(listener);
            return instance;
        });
        if (one.latest == null) {
            // There are no rates before the second reading, so the first does not wait for the tick.
            begin(id, one);
        }
        return () -> watched.computeIfPresent(id, (key, known) -> {
            known.listeners.remove(listener);
            return known.listeners.isEmpty() ? null : known;
        });
    }

    /** Empty while nobody looks, before the first answer, and when the engine did not answer. */
    Optional<List<PartUsage>> latest(InstanceId id) {
        Watched one = watched.get(id);
        return one == null ? Optional.empty() : Optional.ofNullable(one.latest);
    }

    void read(EngineId engine) {
        watched.forEach((id, one) -> {
            if (id.engine().equals(engine)) {
                begin(id, one);
            }
        });
    }

    private void begin(InstanceId id, Watched one) {
        if (one.underWay.compareAndSet(false, true)) {
            Thread.ofVirtual().name("parts-" + id).start(() -> sample(id, one));
        }
    }

    private void sample(InstanceId id, Watched one) {
        try {
            EngineHandle handle = engines.engine(id.engine()).orElseThrow();
            List<Part> parts = handle.read(
                    tick,
                    engine ->
                            engine.stats().map(stats -> stats.parts(id.local())).orElse(List.of()));
            one.latest = usages(one, parts);
        } catch (RuntimeException gap) {
            one.reading = null;
            one.latest = null;
            LOG.debug("The parts of {} were not told: {}", id, gap.getMessage());
        } finally {
            one.underWay.set(false);
            one.listeners.forEach(Runnable::run);
        }
    }

    private static List<PartUsage> usages(Watched one, List<Part> parts) {
        Map<Key, Part> byKey = new HashMap<>();
        parts.forEach(part -> byKey.putIfAbsent(new Key(part.kind(), part.name()), part));
        Reading before = one.reading;
        Reading now = new Reading(System.nanoTime(), byKey);
        one.reading = now;
        Duration passed = before == null ? Duration.ZERO : Duration.ofNanos(now.nanoTime - before.nanoTime);
        return parts.stream()
                .map(part -> {
                    Part earlier = before == null ? null : before.parts.get(new Key(part.kind(), part.name()));
                    return new PartUsage(
                            part, Rates.between(earlier == null ? null : earlier.sample(), part.sample(), passed));
                })
                .toList();
    }
}
