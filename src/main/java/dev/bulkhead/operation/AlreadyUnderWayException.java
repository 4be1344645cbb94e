package dev.bulkhead.operation;

/** Something else is being done to the same target: one wins, the other is told. */
public final class AlreadyUnderWayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Operation operation;

    AlreadyUnderWayException(Operation operation) {
        super("Already under way: " + operation.verb() + " by " + operation.actor());
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
