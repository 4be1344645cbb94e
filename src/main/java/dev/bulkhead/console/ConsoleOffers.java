package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What engines said that instances have, kept only while somebody looks at the instance. */
@Component
class ConsoleOffers {

    private final ConsoleOpener opener;
    private final Map<InstanceId, Answer> answers = new ConcurrentHashMap<>();

    ConsoleOffers(ConsoleOpener opener) {
        this.opener = opener;
    }

    private record Answer(int watchers, List<ConsoleOffer> offers) {}

    List<ConsoleOffer> latest(InstanceId id) {
        Answer answer = answers.get(id);
        return answer == null ? List.of() : answer.offers();
    }

    /** Asks at once, on a thread of its own. */
    Registration watch(InstanceId id, Runnable listener) {
        answers.merge(id, new Answer(1, List.of()), (known, first) -> new Answer(known.watchers() + 1, known.offers()));
        Thread.ofVirtual().name("console-offers").start(() -> {
            ask(id);
            listener.run();
        });
        boolean[] ended = {false};
        return () -> {
            synchronized (ended) {
                if (!ended[0]) {
                    ended[0] = true;
                    answers.computeIfPresent(
                            id,
                            (key, known) ->
                                    known.watchers() == 1 ? null : new Answer(known.watchers() - 1, known.offers()));
                }
            }
        };
    }

    private void ask(InstanceId id) {
        List<ConsoleOffer> offers;
        try {
            offers = opener.offers(id);
        } catch (EngineException unanswered) {
            // The page shows the engine's trouble itself; what was known stays.
            return;
        }
        answers.computeIfPresent(id, (key, known) -> new Answer(known.watchers(), offers));
    }
}
