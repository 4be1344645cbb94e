package dev.bulkhead.console;

import dev.bulkhead.engine.TerminalSize;

/** The gateway's end of one viewer, as the room sees it. No method blocks; any thread may call. */
public interface Outlet {

    /** Ends this viewer. The first reason counts. */
    void close(CloseReason reason);

    /** Called twice a second: asks the viewer for a sign of life when it is time. @return false when it must be gone */
    boolean isAlive();

    /** For terminals: there may be output to read, input was taken, or the room has ended. */
    default void wake() {}

    /** For terminals: who is there, who types or what else the room's session tells is another now. */
    default void roomChanged() {}

    /** For terminals: the size is another now, by somebody else's wish. */
    default void resized(TerminalSize size) {}
}
