package dev.bulkhead.console;

import dev.bulkhead.access.Credential;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleRequest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where people share one console: all see the same, one at a time types ({@link Attendance}). */
abstract sealed class Room permits TerminalRoom, ScreenRoom {

    final UUID id = UUID.randomUUID();
    final InstanceId instance;
    final ConsoleRequest request;
    final Credential owner;
    final String instanceName;
    private final Instant opened = Instant.now();
    private final Consumer<Room> changed;
    private final Attendance attendance = new Attendance();
    private @Nullable CloseReason ended;
    private @Nullable Recorder recorder;
    /** Names of those who are or were there since the recording began. */
    private final Set<String> recorded = new LinkedHashSet<>();

    Room(Tickets.Grant grant, ConsoleRequest request, Consumer<Room> changed) {
        this.instance = grant.instance();
        this.instanceName = grant.instanceName();
        this.request = request;
        this.owner = grant.credential();
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
            attendance.enter(viewer);
            if (recorder != null) {
                recorded.add(viewer.name());
            }
        }
        announce();
        return true;
    }

    final void leave(Viewer viewer) {
        if (attendance.leave(viewer)) {
            announce();
        }
    }

    final boolean holds(Viewer viewer) {
        return attendance.holds(viewer);
    }

    /** The holder types on; when nobody holds control, who may and does type takes it. */
    final boolean mayType(Viewer viewer) {
        if (attendance.holds(viewer)) {
            return true;
        }
        boolean taken = attendance.take(viewer);
        if (taken) {
            announce();
        }
        return taken;
    }

    final void ask(UUID viewer) {
        if (attendance.ask(viewer)) {
            announce();
        }
    }

    /** Hands control over. @return false when that viewer is not there or may only watch */
    final boolean give(UUID to) {
        boolean given = attendance.give(to);
        if (given) {
            announce();
        }
        return given;
    }

    final List<Viewer> viewers() {
        return attendance.viewers();
    }

    final @Nullable Viewer holder() {
        return attendance.holder();
    }

    /** For how long nobody has been there; 0 when somebody is. */
    final long nanosEmpty() {
        return attendance.nanosEmpty();
    }

    /** Whether it is everybody's who may see the instance, and not only its owner's. */
    final boolean isShared() {
        return request.kind() != ConsoleKind.EXEC && request.kind() != ConsoleKind.LOGS;
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
            present = attendance.viewers();
            writing = recorder;
        }
        release();
        if (writing != null) {
            writing.stop();
        }
        present.forEach(viewer -> dismiss(viewer, reason));
        changed.accept(this);
    }

    /** How a viewer learns that the room has ended. */
    void dismiss(Viewer viewer, CloseReason reason) {
        viewer.outlet.close(reason);
    }

    final synchronized @Nullable CloseReason ended() {
        return ended;
    }

    /** Has the room recorded from now on. @return false when it has ended or another records it */
    final boolean attach(Recorder wanted) {
        synchronized (this) {
            if (ended != null || recorder != null) {
                return false;
            }
            recorder = wanted;
            recorded.clear();
            attendance.viewers().forEach(viewer -> recorded.add(viewer.name()));
        }
        announce();
        return true;
    }

    /** The recorder has written its last. @return the names of those who were there meanwhile */
    final String detach(Recorder done) {
        String names;
        synchronized (this) {
            if (recorder != done) {
                return "";
            }
            recorder = null;
            names = String.join(", ", recorded);
        }
        announce();
        return names;
    }

    final synchronized @Nullable Recorder recorder() {
        return recorder;
    }

    final ConsoleSession session() {
        Viewer holder = attendance.holder();
        return new ConsoleSession(
                id,
                instance,
                instanceName,
                request.kind(),
                request.port(),
                label(),
                owner.actor().name(),
                opened,
                isShared(),
                attendance.viewers().stream().map(Viewer::participant).toList(),
                holder == null ? null : holder.id,
                received(),
                recorder() != null);
    }

    private void announce() {
        attendance.viewers().forEach(viewer -> viewer.outlet.roomChanged());
        changed.accept(this);
    }
}
