package dev.bulkhead.engine;

/** The ways into an instance. */
public enum ConsoleKind {
    /** A virtual machine's screen, as a stream of RFB (VNC). */
    SCREEN,
    /** A virtual machine's serial line. */
    SERIAL,
    /** A system container's own console. */
    CONSOLE,
    /** A new process with a terminal. */
    EXEC,
    /** The main process of an application container. */
    ATTACH,
    /** What an instance printed so far and on; nothing can be typed. */
    LOGS;

    /** Whether what comes is text with terminal controls, in UTF-8 as a rule. */
    public boolean isTerminal() {
        return this != SCREEN;
    }

    /** Whether the engine allows it, or shows the same, only once: all who watch share one connection. */
    public boolean isShared() {
        return this == SERIAL || this == CONSOLE || this == ATTACH;
    }

    /** Whether it is for nobody but whoever began it, unless that one shares it. */
    public boolean isPrivate() {
        return isTerminal() && !isShared();
    }

    /** Whether anything can be typed. */
    public boolean takesInput() {
        return this != LOGS;
    }
}
