package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Pace;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What engines said that instances have; asked and kept only while somebody looks at the instance. */
@Component
class ConsoleOffers {

    private final ConsoleOpener opener;
    private final InstanceDirectory instances;
    private final Map<InstanceId, Watched> watched = new ConcurrentHashMap<>();

    ConsoleOffers(ConsoleOpener opener, InstanceDirectory instances) {
        this.opener = opener;
        this.instances = instances;
    }

    /** One instance, for all who look at it. */
    private final class Watched {

        private final InstanceId id;
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final Pace asking = new Pace(Pace.LIVE, this::ask);
        private final Registration changes;
        private volatile @Nullable OfferedConsoles answer;

        Watched(InstanceId id) {
            this.id = id;
            this.changes = instances.onChange(id, asking::signal);
        }

        private void ask() {
            try {
                answer = new OfferedConsoles(opener.offers(id), null);
            } catch (EngineException unanswered) {
                answer = new OfferedConsoles(List.of(), unanswered.getMessage());
            }
            listeners.forEach(Runnable::run);
        }

        private void close() {
            changes.close();
            asking.close();
        }
    }

    Optional<OfferedConsoles> latest(InstanceId id) {
        return Optional.ofNullable(watched.get(id)).map(each -> each.answer);
    }

    Registration watch(InstanceId id, Runnable listener) {
        // Of its own, so that one listener may watch twice.
        Runnable own = listener::run;
        Watched joined = watched.compute(id, (key, known) -> {
            Watched each = known == null ? new Watched(id) : known;
            each.listeners.add(own);
            return each;
        });
        joined.asking.signal();
        return () -> watched.computeIfPresent(id, (key, each) -> {
            each.listeners.remove(own);
            if (!each.listeners.isEmpty()) {
                return each;
            }
            each.close();
            return null;
        });
    }
}
