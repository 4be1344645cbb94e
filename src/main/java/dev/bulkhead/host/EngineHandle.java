package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one way to an engine: every question goes through one of its lanes, with a deadline. Three lanes, so that long actions do not
 * hold up reading, and neither holds up the health probe. Blocks the caller, who must not be a UI or HTTP thread.
 */
public final class EngineHandle implements AutoCloseable {

    private static final Duration PROBE_DEADLINE = Duration.ofSeconds(4);

    private final HostId host;
    private final Engine engine;
    private final Lane probes;
    private final Lane reads;
    private final Lane actions;

    EngineHandle(HostId host, Engine engine) {
        this.host = host;
        this.engine = engine;
        this.probes = new Lane(engine.id(), "probe", 1, 2);
        this.reads = new Lane(engine.id(), "read", 3, 64);
        this.actions = new Lane(engine.id(), "act", 6, 64);
    }

    public EngineId id() {
        return engine.id();
    }

    public HostId host() {
        return host;
    }

    EngineInfo probe() {
        return probes.call(PROBE_DEADLINE, engine::check);
    }

    /** Reads from the engine. @throws dev.bulkhead.engine.EngineException as the engine says, TIMEOUT or LIMIT */
    public <T> T read(Duration deadline, Function<Engine, T> question) {
        return reads.call(deadline, () -> question.apply(engine));
    }

    /** Has the engine do something. @throws dev.bulkhead.engine.EngineException as the engine says, TIMEOUT or LIMIT */
    public void act(Duration deadline, Consumer<Engine> order) {
        actions.call(deadline, () -> {
            order.accept(engine);
            return Boolean.TRUE;
        });
    }

    @Override
    public void close() {
        probes.close();
        reads.close();
        actions.close();
        engine.close();
    }
}
