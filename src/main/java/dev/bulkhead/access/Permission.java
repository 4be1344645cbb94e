package dev.bulkhead.access;

/** The verbs that a right is given for. Every public method of a service names the one it needs ({@link Requires}). */
public enum Permission {
    /** See instances, their state, usage and events. */
    INSTANCE_VIEW,
    /** Start, stop, pause and restart them. */
    INSTANCE_OPERATE,
    /** Remove them. */
    INSTANCE_DELETE,
    /** See hosts, their engines and capacity. */
    HOST_VIEW,
    /** Have an engine reconnected. */
    HOST_MANAGE,
    /** See tasks, running and finished. */
    OPERATION_VIEW,
    /** Cancel a task that waits. */
    OPERATION_CANCEL
}
