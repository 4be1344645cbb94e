package dev.bulkhead.engine;

/** The closed list of states; each engine's own words are mapped onto it by its adapter. */
public enum InstanceState {
    RUNNING,
    PAUSED,
    /** Asked to shut down and not yet down, or being taken down by its engine. */
    STOPPING,
    STOPPED,
    /** Being made or on its way up. */
    STARTING,
    /** An application container that its engine starts again after each end. */
    RESTARTING,
    /** Its memory is on disk or its guest sleeps: resumes where it was. */
    SUSPENDED,
    /** Ended by a fault of the guest or of the engine. */
    CRASHED,
    /** The engine said something that this version does not know. */
    UNKNOWN;

    /** Whether the instance uses the host's CPU or memory now. */
    public boolean isActive() {
        return switch (this) {
            case RUNNING, PAUSED, STOPPING, STARTING, RESTARTING -> true;
            case STOPPED, SUSPENDED, CRASHED, UNKNOWN -> false;
        };
    }
}
