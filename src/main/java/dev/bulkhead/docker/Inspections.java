package dev.bulkhead.docker;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What inspections told that the list lacks: limits, restart policy and the like. An inspection holds until an event names its
 * container, so nothing is kept unless events are heard. Safe for many threads.
 */
final class Inspections {

    private final Map<String, Instance> known = new HashMap<>();
    /** Inspections under way; one whose ticket is gone when it returns may be older than an event, and is not kept. */
    private final Map<String, Object> tickets = new HashMap<>();

    private int listening;

    /** Called when a subscription begins; {@link #heard} follows with each of its changes, {@link #stopListening} at its end. */
    synchronized void startListening() {
        listening++;
    }

    synchronized void stopListening() {
        listening--;
        forgetAll();
    }

    synchronized void heard(Change change) {
        if (change instanceof InstanceChanged changed) {
            known.remove(changed.localId());
            tickets.remove(changed.localId());
        } else if (change instanceof Lost) {
            forgetAll();
        }
    }

    /** Call before an inspection, and give the result to {@link #keep}. */
    synchronized Object begin(String localId) {
        Object ticket = new Object();
        tickets.put(localId, ticket);
        return ticket;
    }

    synchronized void keep(Object ticket, Instance inspected) {
        String localId = inspected.id().local();
        if (tickets.remove(localId, ticket) && listening > 0) {
            known.put(localId, inspected);
        }
    }

    /** The inspection of the same container, where it is known and not contradicted; else what the list said. */
    synchronized Instance enrich(Instance listed) {
        Instance inspected = known.get(listed.id().local());
        if (inspected == null) {
            return listed;
        }
        boolean agrees =
                inspected.actions().equals(listed.actions()) && inspected.name().equals(listed.name());
        return agrees ? inspected : listed;
    }

    synchronized void retain(Collection<Instance> listed) {
        Set<String> present = new HashSet<>();
        listed.forEach(each -> present.add(each.id().local()));
        known.keySet().retainAll(present);
    }

    private void forgetAll() {
        known.clear();
        tickets.clear();
    }
}
