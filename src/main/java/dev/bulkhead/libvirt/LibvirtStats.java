package dev.bulkhead.libvirt;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Readings of all running domains by two calls: one that no guest can hold up, and one for what they use. */
final class LibvirtStats implements Stats {

    private final Connections connections;
    private final Figures figures;

    LibvirtStats(Connections connections, Figures figures) {
        this.connections = connections;
        this.figures = figures;
    }

    @Override
    public Map<String, Sample> sample(Collection<String> localIds) {
        if (localIds.isEmpty()) {
            return Map.of();
        }
        Set<String> asked = Set.copyOf(localIds);
        return connections.call(connection -> {
            Map<String, Sample> samples = new HashMap<>();
            Map<String, DomainStats> uses = figures.ofUse(connection.driver());
            Instant at = Instant.now();
            for (DomainStats running : BulkStats.all(connection, BulkStats.STATE, BulkStats.ONLY_ACTIVE)) {
                if (asked.contains(running.uuid())) {
                    samples.put(running.uuid(), sample(at, uses.getOrDefault(running.uuid(), running)));
                }
            }
            return samples;
        });
    }

    private static Sample sample(Instant at, DomainStats stats) {
        Long nanos = stats.cpuNanos();
        Long kibibytes = stats.memoryUsedKib();
        return new Sample(
                at,
                nanos == null ? null : Duration.ofNanos(nanos),
                kibibytes == null ? null : ByteSize.ofKibibytes(Math.max(0, kibibytes)));
    }
}
