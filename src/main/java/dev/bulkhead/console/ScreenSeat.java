package dev.bulkhead.console;

import dev.bulkhead.engine.ConsoleConnection;
import java.util.concurrent.atomic.AtomicBoolean;

/** One viewer's place at a screen, with a connection of its own. */
public final class ScreenSeat {

    private final ScreenRoom room;
    private final Viewer viewer;
    private final ConsoleConnection connection;
    private final Runnable onLeave;
    private final AtomicBoolean left = new AtomicBoolean();

    ScreenSeat(ScreenRoom room, Viewer viewer, ConsoleConnection connection, Runnable onLeave) {
        this.room = room;
        this.viewer = viewer;
        this.connection = connection;
        this.onLeave = onLeave;
    }

    /** From before the first byte of RFB. */
    public ConsoleConnection connection() {
        return connection;
    }

    /** Whether keys, pointer and clipboard of this viewer may reach the guest now. */
    public boolean mayType() {
        return room.mayType(viewer);
    }

    public void count(int bytes) {
        room.count(bytes);
    }

    /** Leaves the room and closes the connection. */
    public void leave() {
        if (left.compareAndSet(false, true)) {
            connection.close();
            room.leave(viewer);
            onLeave.run();
        }
    }
}
