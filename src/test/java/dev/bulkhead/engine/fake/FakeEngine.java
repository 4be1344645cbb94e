package dev.bulkhead.engine.fake;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Capacity;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Changes;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.Images;
import dev.bulkhead.engine.Instances;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Screens;
import dev.bulkhead.engine.Stats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Our side of a {@link FakeBackend}. */
public final class FakeEngine implements Engine {

    private final EngineId id;
    private final FakeBackend backend;
    private final Set<Consumer<Change>> subscribed = ConcurrentHashMap.newKeySet();

    public FakeEngine(EngineId id, FakeBackend backend) {
        this.id = id;
        this.backend = backend;
    }

    @Override
    public EngineId id() {
        return id;
    }

    @Override
    public EngineInfo check() {
        backend.answer();
        return new EngineInfo("Fake", "1.0", "1", List.of());
    }

    @Override
    public Instances instances() {
        return new FakeInstances(backend);
    }

    @Override
    public Optional<Changes> changes() {
        return Optional.of(this::subscribe);
    }

    @Override
    public Optional<Capacity> capacity() {
        return Optional.of(this::facts);
    }

    @Override
    public Optional<Stats> stats() {
        return Optional.of(new FakeStats(backend));
    }

    @Override
    public Optional<Consoles> consoles() {
        return Optional.of(new FakeConsoles(backend));
    }

    @Override
    public Optional<Screens> screens() {
        return Optional.of(backend.screens());
    }

    @Override
    public Optional<Networks> networks() {
        return Optional.of(() -> {
            backend.answer();
            return backend.supply().networks();
        });
    }

    @Override
    public Optional<Images> images() {
        return Optional.of(() -> {
            backend.answer();
            return backend.supply().images();
        });
    }

    @Override
    public void close() {
        subscribed.forEach(backend::unlisten);
        subscribed.clear();
    }

    private Changes.Subscription subscribe(Consumer<Change> listener) {
        backend.answer();
        // A lambda of its own, so that one listener may be subscribed twice.
        Consumer<Change> own = change -> listener.accept(change);
        subscribed.add(own);
        backend.listen(own);
        return () -> {
            backend.unlisten(own);
            subscribed.remove(own);
        };
    }

    private HostFacts facts() {
        backend.answer();
        ByteSize total = ByteSize.ofGibibytes(16);
        HostFacts.Pool pool = new HostFacts.Pool(
                "default", "dir", "/var/lib/fake", ByteSize.ofGibibytes(100), ByteSize.ofGibibytes(40), null, true);
        return new HostFacts(
                "fake-host",
                "Fake Linux",
                "6.1.0",
                "Fake CPU",
                8,
                null,
                total,
                ByteSize.ofGibibytes(4),
                Instant.EPOCH,
                null,
                List.of(pool));
    }
}
