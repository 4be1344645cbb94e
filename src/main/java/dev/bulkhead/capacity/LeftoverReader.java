package dev.bulkhead.capacity;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimables;
import dev.bulkhead.host.EngineHandle;
import dev.bulkhead.host.EngineRegistry;
import dev.bulkhead.host.EngineStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks engines what is left over on them: only when somebody wants to know, and not again within a minute, since engines walk through
 * their volumes for it. Each engine is asked on a thread of its own and through its lane.
 */
@Component
class LeftoverReader {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final EngineRegistry registry;
    private final Map<EngineId, Reading> readings = new ConcurrentHashMap<>();
    private final Set<EngineId> underWay = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    LeftoverReader(EngineRegistry registry) {
        this.registry = registry;
    }

    /** @param reason why there is nothing; null when there is */
    record Reading(
            List<Reclaimable> found, Instant at, @Nullable String reason) {}

    /** What was found last; has the engine asked where that is not of this minute. Returns at once. */
    Optional<Reading> reading(EngineId engine) {
        Reading known = readings.get(engine);
        if ((known == null || known.at().plus(FRESH).isBefore(Instant.now())) && underWay.add(engine)) {
            Thread.ofVirtual().name("leftovers-" + engine).start(() -> ask(engine));
        }
        return Optional.ofNullable(known);
    }

    /** Calls {@code listener} after an engine answered; any thread, must return at once. */
    Registration onChange(Runnable listener) {
        // A lambda of its own, so that one listener may be registered twice.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void ask(EngineId engine) {
        try {
            readings.put(engine, read(engine));
        } finally {
            underWay.remove(engine);
            listeners.forEach(Runnable::run);
        }
    }

    private Reading read(EngineId engine) {
        Instant now = Instant.now();
        EngineHandle handle = registry.engine(engine).orElse(null);
        if (handle == null || !registry.status(engine).map(EngineStatus::isUp).orElse(false)) {
            return new Reading(List.of(), now, "The engine does not answer");
        }
        try {
            return handle.read(
                    DEADLINE,
                    open -> open.reclaimables()
                            .map(Reclaimables::list)
                            .map(found -> new Reading(found, now, null))
                            .orElseGet(() -> new Reading(List.of(), now, "The engine does not tell")));
        } catch (EngineException failed) {
            return new Reading(List.of(), now, String.valueOf(failed.getMessage()));
        }
    }
}
