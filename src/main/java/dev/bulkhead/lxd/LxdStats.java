package dev.bulkhead.lxd;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import dev.bulkhead.lxd.LxdServer.Depth;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What instances use, from the live state of all instances in one call. */
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
        Sample.Builder sample = new Sample.Builder()
                .put(Meter.CPU_TIME, told(state.path("cpu").path("usage")))
                .put(Meter.MEMORY_USED, told(state.path("memory").path("usage")))
                .put(Meter.PROCESSES, told(state.path("processes")));
        for (Map.Entry<String, JsonNode> nic : state.path("network").properties()) {
            if (!nic.getValue().path("type").asString("").equals("loopback")) {
                JsonNode counters = nic.getValue().path("counters");
                sample.add(Meter.NETWORK_IN_BYTES, count(counters.path("bytes_received")))
                        .add(Meter.NETWORK_OUT_BYTES, count(counters.path("bytes_sent")))
                        .add(Meter.NETWORK_IN_PACKETS, count(counters.path("packets_received")))
                        .add(Meter.NETWORK_OUT_PACKETS, count(counters.path("packets_sent")))
                        .add(Meter.NETWORK_IN_DROPS, count(counters.path("packets_dropped_inbound")))
                        .add(Meter.NETWORK_OUT_DROPS, count(counters.path("packets_dropped_outbound")));
            }
        }
        return sample.at(Instant.now());
    }

    private static @Nullable Long told(JsonNode number) {
        long value = number.asLong(0);
        return value > 0 ? value : null;
    }

    private static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() ? number.asLong(0) : null;
    }
}
