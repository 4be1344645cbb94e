package dev.bulkhead.console;

import dev.bulkhead.access.Credential;
import java.time.Instant;
import java.util.UUID;

/** One who watches, in one tab of one browser or by one program. */
final class Viewer {

    final UUID id;
    final Credential credential;
    final boolean mayControl;
    final Outlet outlet;
    final Instant since = Instant.now();
    /** Written under the lock of the room's {@link Attendance}. */
    volatile boolean asks;

    Viewer(UUID id, Credential credential, boolean mayControl, Outlet outlet) {
        this.id = id;
        this.credential = credential;
        this.mayControl = mayControl;
        this.outlet = outlet;
    }

    String name() {
        return credential.actor().name();
    }

    ConsoleSession.Participant participant() {
        return new ConsoleSession.Participant(
                id, name(), mayControl ? ConsoleMode.CONTROL : ConsoleMode.VIEW, since, asks);
    }
}
