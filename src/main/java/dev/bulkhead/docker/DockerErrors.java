package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Translates what goes wrong on the way to an engine and back, by status and type, never by the text of a message. */
record DockerErrors(EngineId engine, DockerSocket socket) {

    EngineException refused(int status, String message) {
        return new EngineException(kind(status), engine, message.isBlank() ? "HTTP status " + status : message);
    }

    /** For a request that got no answer, or not all of it. */
    EngineException failed(RuntimeException failure) {
        Throwable cause = failure.getCause() instanceof IOException io ? io : failure;
        if (cause instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            return new EngineException(ErrorKind.TIMEOUT, engine, "The call was given up", failure);
        }
        boolean endedEarly = cause instanceof IOException
                || failure instanceof JacksonIOException
                || failure instanceof UnexpectedEndOfInputException
                || failure instanceof IllegalStateException;
        if (!endedEarly) {
            return new EngineException(ErrorKind.INTERNAL, engine, "The engine's answer makes no sense", failure);
        }
        return socket.denial()
                .map(denial -> new EngineException(ErrorKind.DENIED, engine, denial, failure))
                .orElseGet(() ->
                        new EngineException(ErrorKind.UNREACHABLE, engine, "No answer at " + socket.path(), failure));
    }

    EngineException of(ErrorKind kind, String message) {
        return new EngineException(kind, engine, message);
    }

    private static ErrorKind kind(int status) {
        return switch (status) {
            case 400, 406, 413, 415 -> ErrorKind.INVALID;
            case 401, 403 -> ErrorKind.DENIED;
            case 404 -> ErrorKind.NOT_FOUND;
            // Docker answers 304 to a start of what runs and a stop of what does not.
            case 304, 409 -> ErrorKind.CONFLICT;
            case 405, 501 -> ErrorKind.UNSUPPORTED;
            case 429, 507 -> ErrorKind.LIMIT;
            case 502, 503 -> ErrorKind.UNREACHABLE;
            case 408, 504 -> ErrorKind.TIMEOUT;
            default -> ErrorKind.INTERNAL;
        };
    }
}
