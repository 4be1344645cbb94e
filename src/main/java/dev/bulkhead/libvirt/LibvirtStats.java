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
import org.jspecify.annotations.Nullable;

/** Readings of all running domains by one call, which passes over one that is stuck. */
final class LibvirtStats implements Stats {

    private static final int GROUPS = BulkStats.STATE | BulkStats.CPU_TOTAL | BulkStats.BALLOON;

    private final Connections connections;

    LibvirtStats(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Map<String, Sample> sample(Collection<String> localIds) {
        if (localIds.isEmpty()) {
            return Map.of();
        }
        Set<String> asked = Set.copyOf(localIds);
        return connections.call(connection -> {
            Map<String, Sample> samples = new HashMap<>();
            Instant at = Instant.now();
            for (DomainStats stats : BulkStats.all(connection, GROUPS, BulkStats.ONLY_ACTIVE)) {
                if (asked.contains(stats.uuid())) {
                    samples.put(stats.uuid(), new Sample(at, cpuTime(stats.cpuNanos()), memory(stats.memoryUsedKib())));
                }
            }
            return samples;
        });
    }

    private static @Nullable Duration cpuTime(@Nullable Long nanos) {
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    private static @Nullable ByteSize memory(@Nullable Long kibibytes) {
        return kibibytes == null || kibibytes < 0 ? null : ByteSize.ofKibibytes(kibibytes);
    }
}
