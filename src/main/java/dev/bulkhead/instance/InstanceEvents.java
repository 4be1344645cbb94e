package dev.bulkhead.instance;

import dev.bulkhead.common.InstanceId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The last events of each instance, as its engine told them since Bulkhead started. Bounded; gone with the instance. */
@Component
class InstanceEvents {

    private static final int KEPT = 30;

    private final Map<InstanceId, Deque<InstanceEvent>> events = new ConcurrentHashMap<>();

    void add(InstanceId id, InstanceEvent event) {
        events.compute(id, (key, before) -> {
            Deque<InstanceEvent> kept = before == null ? new ArrayDeque<>() : before;
            kept.addFirst(event);
            if (kept.size() > KEPT) {
                kept.removeLast();
            }
            return kept;
        });
    }

    /** Newest first. */
    List<InstanceEvent> of(InstanceId id) {
        List<InstanceEvent> copy = new ArrayList<>();
        events.computeIfPresent(id, (key, kept) -> {
            copy.addAll(kept);
            return kept;
        });
        return copy;
    }

    void forget(InstanceId id) {
        events.remove(id);
    }
}
