package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.Instances;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Domains as instances. */
final class LibvirtInstances implements Instances {

    private final Connections connections;
    private final Figures figures;

    LibvirtInstances(Connections connections, Figures figures) {
        this.connections = connections;
        this.figures = figures;
    }

    /**
     * By two calls for the figures of all, one for each flag that figures lack, and one for the leases of each network. What only a
     * domain's document tells stands in it once {@link #find} has looked at the domain on this connection.
     */
    @Override
    public List<Instance> list() {
        return connections.call(connection -> {
            List<DomainStats> all = BulkStats.all(connection, BulkStats.WITHOUT_GUESTS, 0);
            Map<String, DomainStats> told = figures.ofAll(connection.driver());
            Set<String> transients = Domains.having(connection, Domains.TRANSIENT);
            Set<String> saved = Domains.having(connection, Domains.WITH_MANAGED_SAVE);
            Set<String> autostarted = Domains.having(connection, Domains.WITH_AUTOSTART);
            Set<String> snapshotted = Domains.having(connection, Domains.WITH_SNAPSHOT);
            Map<String, List<String>> leases = Addresses.leases(connection);

            InstanceAssembler assembler = new InstanceAssembler(connection.engine(), connection.driver());
            List<Instance> instances = new ArrayList<>(all.size());
            Set<String> uuids = HashSet.newHashSet(all.size());
            for (DomainStats stats : all) {
                String uuid = stats.uuid();
                uuids.add(uuid);
                DomainState state = new DomainState(
                        stats.state(), stats.reason(), saved.contains(uuid), !transients.contains(uuid));
                DomainFacts facts =
                        connection.facts().get(uuid).with(autostarted.contains(uuid), snapshotted.contains(uuid));
                DomainStats whole = told.containsKey(uuid) ? stats.with(told.get(uuid)) : stats;
                instances.add(assembler.assemble(whole, state, facts, leases));
            }
            connection.facts().retain(uuids);
            return instances;
        });
    }

    @Override
    public Optional<Instance> find(String localId) {
        return connections.call(connection -> {
            Optional<Instance> found = Domains.with(connection, localId, domain -> {
                DomainStats known = BulkStats.of(connection, domain, BulkStats.WITHOUT_GUESTS);
                DomainStats stats = figures.of(connection.driver(), localId)
                        .map(known::with)
                        .orElse(known);
                DomainState state = DomainReader.state(connection, domain, stats.state(), stats.reason());
                DomainFacts facts = DomainReader.facts(connection, domain, state);
                connection.facts().put(localId, facts);
                return new InstanceAssembler(connection.engine(), connection.driver())
                        .assemble(stats, state, facts, Map.of());
            });
            if (found.isEmpty()) {
                connection.facts().remove(localId);
            }
            return found;
        });
    }

    @Override
    public void perform(String localId, Action action) {
        connections.call(connection ->
                Domains.withExisting(connection, localId, domain -> DomainActions.perform(connection, domain, action)));
    }
}
