package dev.bulkhead.engine;

/**
 * The closed list of ways in which an engine can fail us.
 *
 * <p>Each constant says how the two faces answer: the HTTP status, the WebSocket close code, and whether asking again without a
 * change may help. {@link #messageKey()} finds the sentence for people.
 */
public enum ErrorKind {
    NOT_FOUND(404, 1008, false),
    /** The object is in another state than the request needs, or somebody else is at it. */
    CONFLICT(409, 1008, false),
    /** The engine refuses us or our credentials. */
    DENIED(403, 1008, false),
    INVALID(400, 1008, false),
    UNSUPPORTED(422, 1008, false),
    /** A quota, a queue or the host is full. */
    LIMIT(429, 1013, true),
    UNREACHABLE(503, 1013, true),
    TIMEOUT(504, 1013, true),
    INTERNAL(502, 1011, false);

    private final int httpStatus;
    private final int closeCode;
    private final boolean retryable;

    ErrorKind(int httpStatus, int closeCode, boolean retryable) {
        this.httpStatus = httpStatus;
        this.closeCode = closeCode;
        this.retryable = retryable;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public int closeCode() {
        return closeCode;
    }

    public boolean isRetryable() {
        return retryable;
    }

    public String messageKey() {
        return "error." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
