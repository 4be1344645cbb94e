package dev.bulkhead.engine;

import dev.bulkhead.common.EngineId;
import org.jspecify.annotations.Nullable;

/** The one exception that leaves an adapter. The message is the engine's own words, for the one who asks for them. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final transient EngineId engine;

    public EngineException(ErrorKind kind, EngineId engine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.engine = engine;
    }

    public EngineException(ErrorKind kind, EngineId engine, String message) {
        this(kind, engine, message, null);
    }

    public ErrorKind kind() {
        return kind;
    }

    public EngineId engine() {
        return engine;
    }
}
