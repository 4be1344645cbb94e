package dev.bulkhead.lxd;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.exceptions.UpgradeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;

/** Translates what goes wrong with a server into the one exception of the ports. By code and type, never by text. */
final class LxdErrors {

    private final EngineId engine;
    private final Path socket;

    LxdErrors(EngineId engine, Path socket) {
        this.engine = engine;
        this.socket = socket;
    }

    EngineException of(ErrorKind kind, String message) {
        return new EngineException(kind, engine, message);
    }

    /** The server's refusal of a request, by its HTTP status. */
    EngineException refused(int status, String message) {
        String words = message.isBlank() ? "The server answered " + status : Text.cut(message);
        return of(kindOf(status), words);
    }

    /** An operation that ended badly. Most servers give 400 for every reason, which tells nothing; the caller finds out more. */
    EngineException failed(JsonNode operation) {
        int code = operation.path("err_code").asInt(0);
        String words = Text.cut(operation.path("err").asString("The operation failed"));
        return of(code == 0 ? ErrorKind.INTERNAL : kindOf(code), words);
    }

    private static ErrorKind kindOf(int status) {
        return switch (status) {
            case 400, 405, 413, 415 -> ErrorKind.INVALID;
            case 401, 403 -> ErrorKind.DENIED;
            case 404 -> ErrorKind.NOT_FOUND;
            case 409, 412, 423 -> ErrorKind.CONFLICT;
            case 408, 504 -> ErrorKind.TIMEOUT;
            case 429, 507 -> ErrorKind.LIMIT;
            case 501 -> ErrorKind.UNSUPPORTED;
            case 503 -> ErrorKind.UNREACHABLE;
            default -> ErrorKind.INTERNAL;
        };
    }

    /** A call that got no answer, or none that can be read. */
    EngineException broken(Throwable cause) {
        return switch (cause) {
            case ExecutionException wrapped when wrapped.getCause() != null -> broken(wrapped.getCause());
            case UpgradeException refused
            when refused.getResponseStatusCode() >= 400 -> refused(refused.getResponseStatusCode(), "");
            case UpgradeException hidden
            when hidden.getCause() != null && hidden.getCause() != hidden -> broken(hidden.getCause());
            case TimeoutException late ->
                new EngineException(ErrorKind.TIMEOUT, engine, "No answer from " + socket + " in time", late);
            case JacksonIOException io -> lost(io);
            case JacksonException garbled ->
                new EngineException(ErrorKind.INTERNAL, engine, "The answer of " + socket + " cannot be read", garbled);
            default -> lost(cause);
        };
    }

    EngineException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new EngineException(
                ErrorKind.TIMEOUT, engine, "The call was given up before " + socket + " answered", cause);
    }

    private EngineException lost(Throwable cause) {
        if (!Files.exists(socket)) {
            return new EngineException(
                    ErrorKind.UNREACHABLE, engine, "There is no socket " + socket + ": is the daemon running?", cause);
        }
        if (!Files.isWritable(socket)) {
            return new EngineException(ErrorKind.DENIED, engine, deniedMessage(socket), cause);
        }
        return new EngineException(ErrorKind.UNREACHABLE, engine, "No connection to " + socket, cause);
    }

    /** What is wrong with a socket that may not be written to, and the remedy. */
    static String deniedMessage(Path socket) {
        String group = groupOf(socket);
        return "No permission to use " + socket + ": add the user that runs Bulkhead to the group " + group
                + " (usermod -aG " + group + " USER) and start it again";
    }

    private static String groupOf(Path socket) {
        try {
            return Files.readAttributes(socket, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return socket.toString().contains("incus") ? "incus-admin" : "lxd";
        }
    }
}
