package dev.bulkhead.capacity;

import dev.bulkhead.engine.Reclaimable;
import dev.bulkhead.engine.Reclaimables;
import dev.bulkhead.host.EngineAnswers;
import dev.bulkhead.host.EngineRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What is left over on engines; once a minute at most, since they walk through their volumes for it. */
@Component
class LeftoverReader {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final EngineAnswers<Reclaimable> answers;

    LeftoverReader(EngineRegistry registry) {
        answers = new EngineAnswers<>(
                registry, FRESH, DEADLINE, engine -> engine.reclaimables().map(Reclaimables::list));
    }

    EngineAnswers<Reclaimable> answers() {
        return answers;
    }
}
