package dev.bulkhead.access;

/** A change of who may do what that is not made; the message is for whoever asked for it. */
public final class AccessRefusedException extends RuntimeException {

    /** Why not. */
    public enum Reason {
        /** What was asked for makes no sense. */
        INVALID,
        /** It does not go together with what there is. */
        CONFLICT,
        /** It is more than a project may hold. */
        FULL,
        /** Whoever asked may not. */
        DENIED,
        /** There is no such thing. */
        NOT_FOUND
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public AccessRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
