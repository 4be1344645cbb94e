package dev.bulkhead.operation;

import org.jspecify.annotations.Nullable;

/** How work says that it failed in an expected way. */
public final class OperationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String errorKind;

    /**
     * @param errorKind {@link dev.bulkhead.engine.ErrorKind} by name
     * @param message in the engine's words
     */
    public OperationFailure(String errorKind, @Nullable String message, Throwable cause) {
        super(message, cause);
        this.errorKind = errorKind;
    }

    public String errorKind() {
        return errorKind;
    }
}
