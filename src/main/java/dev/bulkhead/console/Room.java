package dev.bulkhead.console;

import dev.bulkhead.access.Credential;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where people share one console. All see the same; one at a time types. Control is free until somebody takes it, goes to the next
 * who asks when its holder leaves, and is otherwise handed over by the holder or by who manages consoles.
 */
abstract sealed class Room permits TerminalRoom, ScreenRoom {

    final UUID id = UUID.randomUUID();
    final InstanceId instance;
    final ConsoleRequest request;
    final Credential owner;
    final String instanceName;
    private final Instant opened = Instant.now();
    private final Consumer<Room> changed;
    private final Map<UUID, Viewer> viewers = new LinkedHashMap<>();
    private @Nullable Viewer holder;
    private boolean shared;
    private @Nullable CloseReason ended;
    private @Nullable Recorder recorder;
    /** Names of those who are or were there since the recording began. */
    private final Set<String> recorded = new LinkedHashSet<>();

    private long emptySince = System.nanoTime();

    Room(Tickets.Grant grant, ConsoleRequest request, Consumer<Room> changed) {
        this.instance = grant.instance();
        this.instanceName = grant.instanceName();
        this.request = request;
        this.owner = grant.credential();
        this.shared = request.kind().isShared() || !request.kind().isTerminal();
        this.changed = changed;
    }

    abstract String label();

    abstract long received();

    /** Lets go of what the room holds of the engine; called once, without locks held. */
    abstract void release();

    /** @return false when the room has ended meanwhile */
    final boolean enter(Viewer viewer) {
        synchronized (this) {
            if (ended != null) {
                return false;
            }
            viewers.put(viewer.id, viewer);
            if (recorder != null) {
                recorded.add(viewer.name());
            }
            if (holder == null && viewer.mayControl) {
                holder = viewer;
            }
        }
        announce();
        return true;
    }

    final void leave(Viewer viewer) {
        synchronized (this) {
            if (viewers.remove(viewer.id) == null) {
                return;
            }
            if (holder == viewer) {
                // Not to the next in the room: who merely reloads the page finds control where it was.
                holder = viewers.values().stream()
                        .filter(other -> other.asks)
                        .findFirst()
                        .orElse(null);
                granted(holder);
            }
            emptySince = System.nanoTime();
        }
        announce();
    }

    final synchronized boolean holds(Viewer viewer) {
        return holder == viewer;
    }

    /** The holder types on; when nobody holds control, who may and does type takes it. */
    final boolean mayType(Viewer viewer) {
        synchronized (this) {
            if (holder == viewer) {
                return true;
            }
            if (holder != null || !viewer.mayControl || !viewers.containsKey(viewer.id)) {
                return false;
            }
            holder = viewer;
            granted(viewer);
        }
        announce();
        return true;
    }

    /** Puts a viewer's wish for control before the others; grants it at once when control is free. */
    final void ask(UUID viewerId) {
        synchronized (this) {
            Viewer viewer = viewers.get(viewerId);
            if (viewer == null || !viewer.mayControl || viewer == holder) {
                return;
            }
            if (holder == null) {
                holder = viewer;
            } else {
                viewer.asks = true;
            }
        }
        announce();
    }

    /** Hands control over. @return false when that viewer is not there or may only watch */
    final boolean give(UUID to) {
        synchronized (this) {
            Viewer viewer = viewers.get(to);
            if (viewer == null || !viewer.mayControl) {
                return false;
            }
            holder = viewer;
            granted(viewer);
        }
        announce();
        return true;
    }

    private static void granted(@Nullable Viewer viewer) {
        if (viewer != null) {
            viewer.asks = false;
        }
    }

    final void share(boolean wanted) {
        synchronized (this) {
            shared = wanted || request.kind().isShared() || !request.kind().isTerminal();
        }
        announce();
    }

    final synchronized boolean isShared() {
        return shared;
    }

    /** Ends the room and everybody in it. The first reason counts. */
    final void end(CloseReason reason) {
        List<Viewer> present;
        Recorder writing;
        synchronized (this) {
            if (ended != null) {
                return;
            }
            ended = reason;
            present = List.copyOf(viewers.values());
            writing = recorder;
        }
        release();
        if (writing != null) {
            writing.stop();
        }
        present.forEach(viewer -> dismiss(viewer, reason));
        changed.accept(this);
    }

    /** Has the room recorded from now on. @return false when it has ended or another records it */
    final boolean attach(Recorder wanted) {
        synchronized (this) {
            if (ended != null || recorder != null) {
                return false;
            }
            recorder = wanted;
            recorded.clear();
            viewers.values().forEach(viewer -> recorded.add(viewer.name()));
        }
        announce();
        return true;
    }

    /** The recorder has written its last. @return the names of those who were there meanwhile */
    final String detach(Recorder done) {
        synchronized (this) {
            if (recorder != done) {
                return "";
            }
            recorder = null;
        }
        announce();
        return String.join(", ", recorded);
    }

    final synchronized @Nullable Recorder recorder() {
        return recorder;
    }

    /** How a viewer learns that the room has ended. */
    void dismiss(Viewer viewer, CloseReason reason) {
        viewer.outlet.close(reason);
    }

    final synchronized @Nullable CloseReason ended() {
        return ended;
    }

    final synchronized List<Viewer> viewers() {
        return List.copyOf(viewers.values());
    }

    final synchronized @Nullable Viewer holder() {
        return holder;
    }

    /** For how long nobody has been there; 0 when somebody is. */
    final synchronized long nanosEmpty() {
        return viewers.isEmpty() ? System.nanoTime() - emptySince : 0;
    }

    final ConsoleSession session() {
        String label = label();
        long received = received();
        synchronized (this) {
            return new ConsoleSession(
                    id,
                    instance,
                    instanceName,
                    request.kind(),
                    request.port(),
                    label,
                    owner.actor().name(),
                    opened,
                    shared,
                    viewers.values().stream().map(Viewer::participant).toList(),
                    holder == null ? null : holder.id,
                    received,
                    recorder != null);
        }
    }

    private void announce() {
        ConsoleSession now = session();
        viewers().forEach(viewer -> viewer.outlet.presence(now));
        changed.accept(this);
    }
}
