package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.host.Machines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the machines themselves use, at the same even moments; each by itself, as {@link Sampler} does engines. */
@Component
class MachineSampler {

    private final Machines machines;
    private final Duration tick;
    private final Map<HostId, Reading> readings = new ConcurrentHashMap<>();
    private final Map<HostId, MachineUsage> latest = new ConcurrentHashMap<>();
    private final Set<HostId> underWay = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<Consumer<MachineUsage>> listeners = new CopyOnWriteArrayList<>();

    MachineSampler(Machines machines, MetricsSettings settings) {
        this.machines = machines;
        this.tick = settings.tick();
    }

    private record Reading(long nanoTime, Sample sample) {}

    /** Tells each reading; one thread a machine; the listener must return at once. */
    Registration onReading(Consumer<MachineUsage> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Empty when it was not read at the last tick. */
    Optional<MachineUsage> latest(HostId id) {
        return Optional.ofNullable(latest.get(id));
    }

    List<HostId> all() {
        return machines.all();
    }

    /** What was read last, as it was counted. */
    Map<HostId, Sample> readings() {
        return readings.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sample));
    }

    /** @param at the even moment for which everything is read */
    void tick(Instant at) {
        for (HostId id : machines.all()) {
            if (underWay.add(id)) {
                Thread.ofVirtual().name("sample-" + id).start(() -> sample(at, id));
            } else {
                forget(id);
            }
        }
    }

    private void sample(Instant at, HostId id) {
        try {
            machines.sample(id, tick).ifPresentOrElse(sample -> keep(at, id, sample), () -> forget(id));
        } finally {
            underWay.remove(id);
        }
    }

    private void keep(Instant at, HostId id, Sample sample) {
        Reading now = new Reading(System.nanoTime(), sample);
        Reading before = readings.put(id, now);
        Duration passed = before == null ? Duration.ZERO : Duration.ofNanos(now.nanoTime - before.nanoTime);
        MachineUsage usage =
                new MachineUsage(id, at, Rates.between(before == null ? null : before.sample, sample, passed));
        latest.put(id, usage);
        listeners.forEach(listener -> listener.accept(usage));
    }

    private void forget(HostId id) {
        latest.remove(id);
        readings.remove(id);
    }
}
