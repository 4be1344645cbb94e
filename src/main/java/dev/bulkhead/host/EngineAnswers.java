package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What engines answered to one question that is only asked when somebody wants to know, and not again while the answer is fresh. Each
 * engine is asked on a thread of its own and through its lane; nobody who wants to know waits for it.
 */
public final class EngineAnswers<T> {

    private final EngineRegistry registry;
    private final Duration fresh;
    private final Duration deadline;
    private final Function<Engine, Optional<List<T>>> question;
    private final Map<EngineId, Reading<T>> readings = new ConcurrentHashMap<>();
    private final Set<EngineId> underWay = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param fresh how long an answer is as good as a new one
     * @param question empty where the engine has no such thing
     */
    public EngineAnswers(
            EngineRegistry registry, Duration fresh, Duration deadline, Function<Engine, Optional<List<T>>> question) {
        this.registry = registry;
        this.fresh = fresh;
        this.deadline = deadline;
        this.question = question;
    }

    /**
     * An engine's answer.
     *
     * @param found what it told last; what it told before it stopped answering stays
     * @param at when it did; null when it never has
     * @param askedNanos when it was asked last, by {@link System#nanoTime}: a clock that is set back must not make it fresh for a day
     * @param reason why it did not answer then, or tells no such thing; null when it did
     */
    public record Reading<T>(
            List<T> found,
            @Nullable Instant at,
            long askedNanos,
            @Nullable String reason) {

        public Reading {
            found = List.copyOf(found);
        }
    }

    /** What it answered last, if it was asked before; has it asked anew where that is not fresh. Returns at once. */
    public Optional<Reading<T>> reading(EngineId engine) {
        Reading<T> known = readings.get(engine);
        if ((known == null || System.nanoTime() - known.askedNanos() > fresh.toNanos()) && underWay.add(engine)) {
            Thread.ofVirtual().name("answer-" + engine).start(() -> ask(engine));
        }
        return Optional.ofNullable(known);
    }

    /** How far it was asked. Returns at once. */
    public Asked asked(EngineStatus engine) {
        return Asked.of(engine, readings.get(engine.id()));
    }

    /** What it answered last, and is not asked for. */
    public List<T> latest(EngineId engine) {
        Reading<T> known = readings.get(engine);
        return known == null ? List.of() : known.found();
    }

    /** Calls {@code listener} after an engine answered; any thread, must return at once. */
    public Registration onChange(Runnable listener) {
        // A lambda of its own, so that one listener may be registered twice.
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Whether anybody wants to be told of answers. */
    public boolean isWatched() {
        return !listeners.isEmpty();
    }

    private void ask(EngineId engine) {
        try {
            Reading<T> before = readings.get(engine);
            readings.put(engine, read(engine, before == null ? new Reading<>(List.of(), null, 0, null) : before));
        } finally {
            underWay.remove(engine);
            listeners.forEach(Runnable::run);
        }
    }

    private Reading<T> read(EngineId engine, Reading<T> before) {
        long asked = System.nanoTime();
        EngineHandle handle = registry.engine(engine).orElse(null);
        if (handle == null || !registry.status(engine).map(EngineStatus::isUp).orElse(false)) {
            return new Reading<>(before.found(), before.at(), asked, "The engine does not answer");
        }
        try {
            return handle.read(deadline, question)
                    .map(found -> new Reading<>(found, Instant.now(), asked, null))
                    .orElseGet(() -> new Reading<>(List.of(), null, asked, "The engine does not tell"));
        } catch (EngineException failed) {
            return new Reading<>(before.found(), before.at(), asked, String.valueOf(failed.getMessage()));
        }
    }
}
