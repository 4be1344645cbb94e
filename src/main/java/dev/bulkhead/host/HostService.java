package dev.bulkhead.host;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Hosts, their engines and capacity, as far as the caller may see them, for pages and the API. Answers from memory: no method waits for an engine. */
@Service
public class HostService {

    private final EngineRegistry registry;
    private final HostFactsReader facts;
    private final Promises promises;
    private final AccessService access;

    HostService(EngineRegistry registry, HostFactsReader facts, Promises promises, AccessService access) {
        this.registry = registry;
        this.facts = facts;
        this.promises = promises;
        this.access = access;
    }

    /** All hosts, in the order of configuration, the machine that Bulkhead runs on first when it was discovered. */
    @Requires(Permission.ENTER)
    public List<HostStatus> hosts() {
        return visible().map(this::status).toList();
    }

    @Requires(Permission.HOST_VIEW)
    public Optional<HostStatus> host(HostId id) {
        return registry.hosts().stream()
                .filter(host -> host.id().equals(id))
                .findFirst()
                .map(this::status);
    }

    /** All engines of all hosts, in the order of configuration. */
    @Requires(Permission.ENTER)
    public List<EngineStatus> engines() {
        Rights rights = access.rights();
        return registry.statuses().stream()
                .filter(engine -> rights.at(Permission.HOST_VIEW, new Scope.OnHost(engine.host())))
                .toList();
    }

    /** All hosts together; what runs inside a guest of another one of them is that one's and not counted again. */
    @Requires(Permission.ENTER)
    public HostCapacity capacity() {
        return outermost(visible().toList()).stream()
                .map(host -> capacity(host, promised(host)))
                .reduce(HostCapacity.UNKNOWN, HostCapacity::plus);
    }

    /** Tries an engine now that is down, instead of at its next turn; returns at once. Unknown ids are ignored. */
    @Requires(Permission.HOST_MANAGE)
    public void reconnect(EngineId id) {
        registry.status(id)
                .filter(engine -> access.allows(Permission.HOST_MANAGE, new Scope.OnHost(engine.host())))
                .ifPresent(engine -> registry.retryNow(id));
    }

    /** Calls {@code listener} after an engine's health changed; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return registry.changes().onAppend(listener);
    }

    /** Engines whose status changed since that position. */
    @Requires(Permission.ENTER)
    public ChangeLog.Delta<EngineId> changes(long since) {
        return registry.changes().since(since);
    }

    /** Those whose machine is a guest of none of the others. */
    static List<HostCatalog.Entry> outermost(List<HostCatalog.Entry> hosts) {
        Set<HostId> all = hosts.stream().map(HostCatalog.Entry::id).collect(Collectors.toSet());
        return hosts.stream()
                .filter(host -> host.inside() == null || !all.contains(host.inside()))
                .toList();
    }

    private Stream<HostCatalog.Entry> visible() {
        Rights rights = access.rights();
        return registry.hosts().stream().filter(host -> rights.at(Permission.HOST_VIEW, new Scope.OnHost(host.id())));
    }

    private HostStatus status(HostCatalog.Entry host) {
        List<EngineStatus> engines = host.engines().stream()
                .map(member -> registry.status(member.engine().id()).orElseThrow())
                .toList();
        Promises.Promised promised = promised(host);
        Optional<HostFactsReader.Reading> reading = facts.reading(host.id());
        return new HostStatus(
                host.id(),
                host.name(),
                host.local(),
                host.inside(),
                engines,
                reading.map(HostFactsReader.Reading::now).orElse(null),
                reading.map(HostFactsReader.Reading::at).orElse(null),
                capacity(host, promised),
                promised);
    }

    private Promises.Promised promised(HostCatalog.Entry host) {
        return host.engines().stream()
                .map(member -> promises.of(member.engine().id()))
                .reduce(Promises.Promised.NOTHING, Promises.Promised::plus);
    }

    private HostCapacity capacity(HostCatalog.Entry host, Promises.Promised promised) {
        return facts.reading(host.id())
                .map(reading -> CapacityCalculator.calculate(reading.before(), reading.now(), promised))
                .orElse(HostCapacity.UNKNOWN);
    }
}
