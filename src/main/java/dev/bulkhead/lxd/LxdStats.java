package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import dev.bulkhead.lxd.LxdServer.Depth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Use of CPU and memory, from the live state of all instances in one call. */
final class LxdStats implements Stats {

    private final InstanceDirectory directory;

    LxdStats(InstanceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Map<String, Sample> sample(Collection<String> localIds) {
        Set<String> wanted = new HashSet<>(localIds);
        Map<String, Sample> samples = new HashMap<>();
        if (wanted.isEmpty()) {
            return samples;
        }
        directory.all(Depth.STATE).forEach((id, document) -> {
            if (wanted.contains(id) && InstanceStates.of(document).isActive()) {
                samples.put(id, sample(document.state()));
            }
        });
        return samples;
    }

    /** What the server cannot tell, such as a virtual machine's without an agent, it writes as 0 or -1. */
    private static Sample sample(JsonNode state) {
        long cpuNanos = state.path("cpu").path("usage").asLong(0);
        long memory = state.path("memory").path("usage").asLong(0);
        return new Sample(
                Instant.now(),
                cpuNanos > 0 ? Duration.ofNanos(cpuNanos) : null,
                memory > 0 ? new ByteSize(memory) : null);
    }
}
