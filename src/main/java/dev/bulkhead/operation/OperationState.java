package dev.bulkhead.operation;

/** How far an operation is. */
public enum OperationState {
    /** Waits for its turn: the cap of its engine is reached. */
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Ended by a person before it began. */
    CANCELLED,
    /** Bulkhead itself ended while it ran; what became of it is what the engine now says. */
    INTERRUPTED;

    public boolean isEnded() {
        return this != QUEUED && this != RUNNING;
    }
}
