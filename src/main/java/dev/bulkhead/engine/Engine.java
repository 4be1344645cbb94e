package dev.bulkhead.engine;

import dev.bulkhead.common.EngineId;
import java.util.Optional;

/**
 * One connection to one backend on a host. Connects lazily: the first call that needs it does, and so does the first one after a
 * loss. A role that the backend lacks is empty.
 */
public interface Engine extends AutoCloseable {

    EngineId id();

    /**
     * Asks the backend who it is, connecting if needed. Cheap: it is the health probe, asked every few seconds.
     *
     * @throws EngineException UNREACHABLE, DENIED, … when it does not answer as it should
     */
    EngineInfo check();

    Instances instances();

    Optional<Changes> changes();

    Optional<Capacity> capacity();

    Optional<Stats> stats();

    default Optional<Consoles> consoles() {
        return Optional.empty();
    }

    default Optional<Screens> screens() {
        return Optional.empty();
    }

    /** Empty where the engine does not tell what is left over. */
    default Optional<Reclaimables> reclaimables() {
        return Optional.empty();
    }

    default Optional<Networks> networks() {
        return Optional.empty();
    }

    default Optional<Images> images() {
        return Optional.empty();
    }

    /** Ends connection, subscriptions and threads. Does not throw; twice does no harm. */
    @Override
    void close();
}
