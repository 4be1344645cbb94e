package dev.bulkhead.access;

/** The verbs that a right is given for. Every public method of a service names the one it needs ({@link Requires}). */
public enum Permission {
    /** See instances, their state, usage and events. */
    INSTANCE_VIEW,
    /** Start, stop, pause and restart them. */
    INSTANCE_OPERATE,
    /** Remove them. */
    INSTANCE_DELETE,
    /** Watch screens and terminals, and read logs. */
    CONSOLE_VIEW,
    /** Type into them, and begin processes. */
    CONSOLE_CONTROL,
    /** See and close everybody's consoles, and hand over control. */
    CONSOLE_MANAGE,
    /** What equals root on the host, as a shell in a privileged container. */
    HOST_LEVEL,
    /** See hosts, their engines and capacity. */
    HOST_VIEW,
    /** Have an engine reconnected. */
    HOST_MANAGE,
    /** See tasks, running and finished. */
    OPERATION_VIEW,
    /** Cancel a task that waits. */
    OPERATION_CANCEL,
    /** Read the record of what was done, verify and export it. */
    AUDIT_VIEW
}
