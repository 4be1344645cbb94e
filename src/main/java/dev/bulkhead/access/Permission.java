package dev.bulkhead.access;

import dev.bulkhead.access.Scope.Level;
import java.util.EnumSet;
import java.util.Set;

/**
 * The verbs that a right is given for, and where each means anything: what a role holds beyond that has no effect in a grant. Every
 * public method of a service names the one it needs ({@link Requires}).
 */
public enum Permission {
    /** Be here at all. Everybody who may sign in holds it; what they are shown is narrowed to what they may see. */
    ENTER(Level.INSTALLATION),
    /** See instances, their state, usage and events. */
    INSTANCE_VIEW(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Start, stop, pause and restart them. */
    INSTANCE_OPERATE(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Have those stay longer that would end by themselves. */
    INSTANCE_RENEW(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Remove them. */
    INSTANCE_DELETE(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Watch screens and terminals, and read logs. */
    CONSOLE_VIEW(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Type into them, and begin processes. */
    CONSOLE_CONTROL(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** See and close everybody's consoles, and hand over control. */
    CONSOLE_MANAGE(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** What equals root on the host, as a shell in a privileged container. */
    HOST_LEVEL(Level.INSTALLATION, Level.HOST),
    /** See hosts, their engines and capacity. */
    HOST_VIEW(Level.INSTALLATION, Level.HOST),
    /** Have an engine reconnected. */
    HOST_MANAGE(Level.INSTALLATION, Level.HOST),
    /** See tasks, running and finished. */
    OPERATION_VIEW(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Cancel a task that waits. */
    OPERATION_CANCEL(Level.INSTALLATION, Level.PROJECT, Level.INSTANCE),
    /** Give rights there, of those that one holds there; for the installation: make persons, groups and projects as well. */
    ACCESS_MANAGE(Level.INSTALLATION, Level.PROJECT),
    /** Read the record of what was done, verify and export it. */
    AUDIT_VIEW(Level.INSTALLATION),
    /** Say what an alert is, and who is told of it outside of Bulkhead. What of them is seen follows from seeing what they are about. */
    ALERT_MANAGE(Level.INSTALLATION);

    private final Set<Level> levels;

    Permission(Level first, Level... others) {
        levels = EnumSet.of(first, others);
    }

    /** Whether it can be held for such a scope. */
    public boolean appliesTo(Level level) {
        return levels.contains(level);
    }
}
