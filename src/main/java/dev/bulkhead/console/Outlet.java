package dev.bulkhead.console;

import dev.bulkhead.engine.TerminalSize;

/** The gateway's end of one viewer, as the room sees it. No method blocks; any thread may call. */
public interface Outlet {

    /** There may be output to read, input was taken, or the room has ended. */
    void wake();

    /** Who is there has changed; the latest counts. */
    void presence(ConsoleSession room);

    /** The terminal has another size now, by somebody else's wish. */
    void resized(TerminalSize size);

    /** Ends this viewer. The first reason counts. */
    void close(CloseReason reason);

    /** Called twice a second: asks the viewer for a sign of life when it is time. @return false when it must be gone */
    boolean isAlive();
}
