package dev.bulkhead.host;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineFactory;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The engines of all hosts, each watched by its own supervisor from the moment the application is ready. For services; pages ask
 * {@link HostService}.
 */
@Component
@EnableConfigurationProperties(HostSettings.class)
public class EngineRegistry {

    private final List<HostCatalog.Entry> hosts;
    private final Map<EngineId, EngineSupervisor> supervisors = new LinkedHashMap<>();
    private final ChangeLog<EngineId> changes = new ChangeLog<>(256);

    /** @throws dev.bulkhead.common.ConfigurationFault when the configuration can never work */
    EngineRegistry(HostSettings settings, List<EngineFactory> factories, List<EngineListener> listeners) {
        this.hosts = new HostCatalog(factories).read(settings);
        for (HostCatalog.Entry host : hosts) {
            for (HostCatalog.Member member : host.engines()) {
                EngineHandle handle = new EngineHandle(host.id(), member.engine());
                EngineId id = handle.id();
                supervisors.put(
                        id,
                        new EngineSupervisor(handle, member.settings(), listeners, () -> changes.append(List.of(id))));
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        supervisors.values().forEach(EngineSupervisor::start);
    }

    List<HostCatalog.Entry> hosts() {
        return hosts;
    }

    /** All engines, in the order of configuration. */
    public List<EngineStatus> statuses() {
        return supervisors.values().stream().map(EngineSupervisor::status).toList();
    }

    public Optional<EngineStatus> status(EngineId id) {
        return Optional.ofNullable(supervisors.get(id)).map(EngineSupervisor::status);
    }

    /** The way to an engine; empty when there is none of that id. */
    public Optional<EngineHandle> engine(EngineId id) {
        return Optional.ofNullable(supervisors.get(id)).map(EngineSupervisor::handle);
    }

    void retryNow(EngineId id) {
        Optional.ofNullable(supervisors.get(id)).ifPresent(EngineSupervisor::retryNow);
    }

    ChangeLog<EngineId> changes() {
        return changes;
    }

    @PreDestroy
    void stop() {
        supervisors.values().forEach(EngineSupervisor::close);
    }
}
