package dev.bulkhead.engine.fake;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineFactory;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InvalidSettingsException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes engines with {@code fake:} addresses, and one {@link FakeBackend} for each engine's id. */
public final class FakeFactory implements EngineFactory {

    private final EngineKind kind;
    private final Map<EngineId, FakeBackend> backends = new ConcurrentHashMap<>();
    private volatile List<EngineSettings> discovered = List.of();

    public FakeFactory(EngineKind kind) {
        this.kind = kind;
    }

    @Override
    public EngineKind kind() {
        return kind;
    }

    /** The daemon behind an engine's id, whether an engine was made for it yet or not. */
    public FakeBackend backend(EngineId id) {
        return backends.computeIfAbsent(id, each -> new FakeBackend(each, kindOfGuests()));
    }

    /** Lets {@link #discover()} find engines at these addresses. */
    public void discovering(URI... addresses) {
        discovered = List.of(addresses).stream()
                .map(uri -> new EngineSettings(kind, uri))
                .toList();
    }

    @Override
    public List<EngineSettings> discover() {
        return discovered;
    }

    @Override
    public Engine create(EngineId id, EngineSettings settings) {
        if (!"fake".equals(settings.uri().getScheme())) {
            throw new InvalidSettingsException(
                    "The fake engine speaks fake: only. Give an address that begins with it.");
        }
        return new FakeEngine(id, backend(id));
    }

    private InstanceKind kindOfGuests() {
        return switch (kind) {
            case LIBVIRT -> InstanceKind.VIRTUAL_MACHINE;
            case DOCKER -> InstanceKind.APPLICATION_CONTAINER;
            case LXD -> InstanceKind.SYSTEM_CONTAINER;
        };
    }
}
