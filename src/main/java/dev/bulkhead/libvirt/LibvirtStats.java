package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What running domains use, by one call for all of them. */
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
        Map<String, Sample> samples = new HashMap<>(connections.call(connection ->
                connection.driver().asksGuests() ? figures.ofUse(connection.driver()) : BulkStats.samples(connection)));
        samples.keySet().retainAll(localIds);
        return samples;
    }
}
