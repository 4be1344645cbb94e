package dev.bulkhead.engine;

/** What can be asked of an instance. Which of them one instance allows now stands in its record ({@link Instance#actions()}). */
public enum Action {
    START,
    /** Asks the guest to end; the guest may refuse or take its time. */
    SHUTDOWN,
    /** Ends the guest at once, like pulling the plug. */
    POWER_OFF,
    /** Asks the guest to restart. */
    RESTART,
    /** Restarts at once, like the reset button. */
    RESET,
    PAUSE,
    RESUME,
    /** Removes the definition; disks and volumes stay where the engine can keep them. */
    DELETE,
    /** Removes the definition and the disks or volumes that only this instance uses. */
    DELETE_WITH_DISKS;

    /** Whether it cannot be undone, so that a person is asked twice. */
    public boolean isIrreversible() {
        return this == DELETE || this == DELETE_WITH_DISKS;
    }

    /** Whether the guest may lose what it has not written yet. */
    public boolean mayLoseData() {
        return this == POWER_OFF || this == RESET || isIrreversible();
    }
}
