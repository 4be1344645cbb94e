package dev.bulkhead.console;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Credential;
import dev.bulkhead.access.Permission;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what has lost its reason: twice a second it looks whether sessions still live and rights are still held, whether viewers still
 * answer, and whether anybody will come back to a room.
 */
@Component
class ConsoleSweep {

    private static final Duration RELOAD = Duration.ofSeconds(10);

    private final ConsoleRooms rooms;
    private final ConsoleSettings settings;
    private final AccessService access;

    ConsoleSweep(ConsoleRooms rooms, ConsoleSettings settings, AccessService access) {
        this.rooms = rooms;
        this.settings = settings;
        this.access = access;
    }

    @Scheduled(fixedDelay = 500)
    void sweep() {
        for (Room room : rooms.all()) {
            room.viewers().forEach(viewer -> check(room, viewer));
            checkOwner(room);
            if (room.nanosEmpty() > keep(room).toNanos() && room.viewers().isEmpty()) {
                room.end(CloseReason.IDLE);
            }
        }
    }

    /** What is recorded stays through a reload of the page, even a screen. */
    private Duration keep(Room room) {
        Duration usual = settings.keep(room.request.kind());
        return room.recorder() == null || usual.compareTo(RELOAD) > 0 ? usual : RELOAD;
    }

    private void check(Room room, Viewer viewer) {
        if (viewer.credential.hasEnded()) {
            viewer.outlet.close(CloseReason.SIGNED_OUT);
        } else if (!holds(viewer.credential, needed(viewer.mayControl), room)) {
            viewer.outlet.close(CloseReason.RIGHT_ENDED);
        } else if (!viewer.outlet.isAlive()) {
            viewer.outlet.close(CloseReason.NO_ANSWER);
        }
    }

    /** A process goes on in its owner's name only while the owner could begin it anew. */
    private void checkOwner(Room room) {
        if (room.isShared()) {
            return;
        }
        if (room.owner.hasEnded()) {
            room.end(CloseReason.SIGNED_OUT);
        } else if (!holds(room.owner, needed(room.request.kind().takesInput()), room)) {
            room.end(CloseReason.RIGHT_ENDED);
        }
    }

    private static Permission needed(boolean control) {
        return control ? Permission.CONSOLE_CONTROL : Permission.CONSOLE_VIEW;
    }

    /** Before the server itself closes its connections, without a word. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        rooms.all().forEach(room -> room.end(CloseReason.SERVER_STOPS));
    }

    private boolean holds(Credential credential, Permission permission, Room room) {
        return access.rights(credential).at(permission, room.instance);
    }
}
