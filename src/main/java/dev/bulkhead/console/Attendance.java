package dev.bulkhead.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room, and who of them types: one at a time. Control is free until somebody takes it, goes to the next who asks when its
 * holder leaves, and is otherwise handed over. Safe for all threads; whoever changes something tells the others himself.
 */
final class Attendance {

    private final Map<UUID, Viewer> viewers = new LinkedHashMap<>();
    private @Nullable Viewer holder;
    private long emptySince = System.nanoTime();

    synchronized void enter(Viewer viewer) {
        viewers.put(viewer.id, viewer);
        take(viewer);
    }

    /** @return false when that viewer was not there */
    synchronized boolean leave(Viewer viewer) {
        if (viewers.remove(viewer.id) == null) {
            return false;
        }
        if (holder == viewer) {
            // Not to the next in the room: who merely reloads the page finds control where it was.
            grant(viewers.values().stream()
                    .filter(other -> other.asks)
                    .findFirst()
                    .orElse(null));
        }
        emptySince = System.nanoTime();
        return true;
    }

    synchronized boolean holds(Viewer viewer) {
        return holder == viewer;
    }

    /** Takes control when it is free. @return whether it was, and the viewer may have it */
    synchronized boolean take(Viewer viewer) {
        if (holder != null || !viewer.mayControl || !viewers.containsKey(viewer.id)) {
            return false;
        }
        grant(viewer);
        return true;
    }

    /** Takes control when it is free, and else puts the wish before the others. @return whether that changed anything */
    synchronized boolean ask(UUID id) {
        Viewer viewer = viewers.get(id);
        if (viewer == null || !viewer.mayControl || viewer == holder) {
            return false;
        }
        if (holder == null) {
            grant(viewer);
        } else {
            viewer.asks = true;
        }
        return true;
    }

    /** Hands control over. @return false when that viewer is not there or may only watch */
    synchronized boolean give(UUID to) {
        Viewer viewer = viewers.get(to);
        if (viewer == null || !viewer.mayControl) {
            return false;
        }
        grant(viewer);
        return true;
    }

    private void grant(@Nullable Viewer viewer) {
        holder = viewer;
        if (viewer != null) {
            viewer.asks = false;
        }
    }

    /** In the order in which they came. */
    synchronized List<Viewer> viewers() {
        return List.copyOf(viewers.values());
    }

    synchronized @Nullable Viewer holder() {
        return holder;
    }

    /** For how long nobody has been there; 0 when somebody is. */
    synchronized long nanosEmpty() {
        return viewers.isEmpty() ? System.nanoTime() - emptySince : 0;
    }
}
