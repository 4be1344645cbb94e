package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What running domains use, by one call for all of them. */
final class LibvirtStats implements Stats {

    private static final long KIBIBYTE = 1024;

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
        Map<String, Sample> samples = new HashMap<>(connections.call(connection ->
                connection.driver().asksGuests() ? figures.ofUse(connection.driver()) : BulkStats.samples(connection)));
        samples.keySet().retainAll(localIds);
        return samples;
    }

    @Override
    public List<Part> parts(String localId) {
        return connections.call(connection -> {
            if (connection.driver().asksGuests()) {
                return figures.ofParts(connection.driver(), localId);
            }
            return Domains.with(connection, localId, domain -> BulkStats.parts(connection, domain))
                    .orElse(List.of());
        });
    }

    @Override
    public Optional<Sample> sampleMachine() {
        return connections.call(connection -> {
            NodeStats cpu = NodeStats.cpu(connection);
            NodeStats memory = NodeStats.memory(connection);
            if (cpu.get("idle") == null && memory.get("total") == null) {
                return Optional.<Sample>empty();
            }
            Long user = cpu.get("user");
            Sample.Builder sample = new Sample.Builder()
                    .put(Meter.CPU_USER, user)
                    .add(Meter.CPU_SYSTEM, cpu.get("kernel"))
                    .add(Meter.CPU_SYSTEM, cpu.get("intr"))
                    .put(Meter.CPU_WAIT, cpu.get("iowait"))
                    .put(Meter.CPU_TIME, user == null ? null : user + cpu.getOrZero("kernel") + cpu.getOrZero("intr"));
            Long total = memory.get("total");
            Long free = memory.get("free");
            if (total != null && free != null) {
                long givenBack = memory.getOrZero("buffers") + memory.getOrZero("cached");
                sample.put(Meter.MEMORY_LIMIT, KIBIBYTE * total)
                        .put(Meter.MEMORY_CACHE, KIBIBYTE * givenBack)
                        .put(Meter.MEMORY_USED, KIBIBYTE * (total - free - givenBack));
            }
            return Optional.of(sample.at(Instant.now()));
        });
    }
}
