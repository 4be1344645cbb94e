package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one way to an engine: every question goes through one of its lanes, with a deadline. Four lanes, so that long actions do
 * not hold up reading, nobody's consoles hold up either, and nothing holds up the health probe. Blocks the caller, who must not be a UI or HTTP thread.
 */
public final class EngineHandle implements AutoCloseable {

    private static final Duration PROBE_DEADLINE = Duration.ofSeconds(4);

    private final HostId host;
    private final Engine engine;
    private final Lane probes;
    private final Lane reads;
    private final Lane actions;
    private final Lane consoles;

    EngineHandle(HostId host, Engine engine) {
        this.host = host;
        this.engine = engine;
        this.probes = new Lane(engine.id(), "probe", 1, 2);
        this.reads = new Lane(engine.id(), "read", 3, 64);
        this.actions = new Lane(engine.id(), "act", 6, 64);
        this.consoles = new Lane(engine.id(), "open", 4, 128);
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

    /**
     * Opens a console. One that comes after the deadline is closed at once.
     *
     * @throws dev.bulkhead.engine.EngineException as the engine says, TIMEOUT or LIMIT
     */
    public ConsoleConnection open(Duration deadline, Function<Engine, ConsoleConnection> opening) {
        AtomicReference<@Nullable ConsoleConnection> opened = new AtomicReference<>();
        AtomicBoolean givenUp = new AtomicBoolean();
        try {
            return consoles.call(deadline, () -> {
                ConsoleConnection connection = opening.apply(engine);
                opened.set(connection);
                if (givenUp.get()) {
                    closeOnce(opened);
                }
                return connection;
            });
        } catch (RuntimeException failure) {
            givenUp.set(true);
            closeOnce(opened);
            throw failure;
        }
    }

    private static void closeOnce(AtomicReference<@Nullable ConsoleConnection> opened) {
        ConsoleConnection connection = opened.getAndSet(null);
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void close() {
        probes.close();
        reads.close();
        actions.close();
        consoles.close();
        engine.close();
    }
}
