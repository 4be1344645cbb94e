package dev.bulkhead.host;

import dev.bulkhead.engine.EngineFactory;
import java.util.List;

/** Opens the registry to the tests of other packages, with whatever its factories discover. */
public final class TestRegistry implements AutoCloseable {

    private final EngineRegistry registry;

    private TestRegistry(EngineRegistry registry) {
        this.registry = registry;
    }

    public static TestRegistry start(List<EngineFactory> factories, List<EngineListener> listeners) {
        TestRegistry started =
                new TestRegistry(new EngineRegistry(new HostSettings(List.of(), true), factories, listeners));
        started.registry.start();
        return started;
    }

    public EngineRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        registry.stop();
    }
}
