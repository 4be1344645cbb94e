package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.engine.Stats;
import java.util.List;
import java.util.Optional;

/** An engine that was found but that we may not use: it is shown with the reason, and is never asked anything. */
final class UnusableEngine implements Engine, Instances {

    private final EngineId id;
    private final String reason;

    UnusableEngine(EngineId id, String reason) {
        this.id = id;
        this.reason = reason;
    }

    private EngineException denied() {
        return new EngineException(ErrorKind.DENIED, id, reason);
    }

    @Override
    public EngineId id() {
        return id;
    }

    @Override
    public EngineInfo check() {
        throw denied();
    }

    @Override
    public Instances instances() {
        return this;
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.empty();
    }

    @Override
    public Optional<Capacity> capacity() {
        return Optional.empty();
    }

    @Override
    public Optional<Stats> stats() {
        return Optional.empty();
    }

    @Override
    public List<Instance> list() {
        throw denied();
    }

    @Override
    public Optional<Instance> find(String localId) {
        throw denied();
    }

    @Override
    public void perform(String localId, Action action) {
        throw denied();
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
