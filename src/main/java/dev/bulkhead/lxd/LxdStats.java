package dev.bulkhead.lxd;

import dev.bulkhead.engine.ControlGroup;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import dev.bulkhead.lxd.LxdServer.Depth;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What instances use, from the live state of all instances in one call; of containers on this machine also from the kernel. The server's
 * endpoint for Prometheus tells more of containers elsewhere, but it answers with figures that are up to 8 s old without saying so, of
 * which no rates can be made.
 */
final class LxdStats implements Stats {

    private final InstanceDirectory directory;
    private final GuestGroups groups;

    LxdStats(InstanceDirectory directory, GuestGroups groups) {
        this.directory = directory;
        this.groups = groups;
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
                samples.put(id, sample(document));
            }
        });
        return samples;
    }

    /** What the server cannot tell, such as a virtual machine's without an agent, it writes as 0 or -1. */
    private Sample sample(InstanceDocument document) {
        JsonNode state = document.state();
        Sample.Builder sample = new Sample.Builder()
                .put(Meter.CPU_TIME, told(state.path("cpu").path("usage")))
                .put(Meter.MEMORY_USED, told(state.path("memory").path("usage")))
                .put(Meter.MEMORY_LIMIT, told(state.path("memory").path("total")))
                .put(Meter.PROCESSES, told(state.path("processes")));
        interfaces(state).values().forEach(nic -> addInterface(sample, nic));
        groups.of(document).ifPresent(group -> addCounted(group, sample));
        return sample.at(Instant.now());
    }

    /** The server tells its interfaces apart, and nothing else. */
    @Override
    public List<Part> parts(String localId) {
        List<Part> parts = new ArrayList<>();
        directory
                .find(localId)
                .filter(document -> InstanceStates.of(document).isActive())
                .ifPresent(document -> {
                    Instant at = Instant.now();
                    interfaces(document.state())
                            .forEach((name, nic) -> parts.add(new Part(
                                    Part.Kind.INTERFACE,
                                    Text.cut(name),
                                    addInterface(new Sample.Builder(), nic).at(at))));
                });
        return parts;
    }

    private static Map<String, JsonNode> interfaces(JsonNode state) {
        Map<String, JsonNode> interfaces = new TreeMap<>();
        for (Map.Entry<String, JsonNode> nic : state.path("network").properties()) {
            if (!nic.getValue().path("type").asString("").equals("loopback")) {
                interfaces.put(nic.getKey(), nic.getValue());
            }
        }
        return interfaces;
    }

    private static Sample.Builder addInterface(Sample.Builder sample, JsonNode nic) {
        JsonNode counters = nic.path("counters");
        return sample.add(Meter.NETWORK_IN_BYTES, count(counters.path("bytes_received")))
                .add(Meter.NETWORK_OUT_BYTES, count(counters.path("bytes_sent")))
                .add(Meter.NETWORK_IN_PACKETS, count(counters.path("packets_received")))
                .add(Meter.NETWORK_OUT_PACKETS, count(counters.path("packets_sent")))
                .add(Meter.NETWORK_IN_DROPS, count(counters.path("packets_dropped_inbound")))
                .add(Meter.NETWORK_OUT_DROPS, count(counters.path("packets_dropped_outbound")));
    }

    private static void addCounted(ControlGroup group, Sample.Builder sample) {
        try {
            group.read(sample);
        } catch (IOException | IllegalArgumentException ended) {
            // What the server told of it stays.
        }
    }

    private static @Nullable Long told(JsonNode number) {
        long value = number.asLong(0);
        return value > 0 ? value : null;
    }

    private static @Nullable Long count(JsonNode number) {
        return number.isIntegralNumber() ? number.asLong(0) : null;
    }
}
