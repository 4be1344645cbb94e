package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.Arrays;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.virError;

/** Translates libvirt's errors, by their numbers (virterror.h), never by their text. */
final class LibvirtErrors {

    private static final int SYSTEM_ERROR = 38;
    private static final int EACCES = 13;
    private static final int EPERM = 1;

    private LibvirtErrors() {}

    /**
     * What the last call of this thread failed with. Ask at once: the next native call of the thread may forget it.
     *
     * @param connection a lost connection fails with many numbers, so it is asked whether it still stands
     */
    static EngineException last(NativeLibvirt library, EngineId engine, ConnectionPointer connection) {
        int code = library.virGetLastErrorCode();
        String message = library.virGetLastErrorMessage();
        ErrorKind kind = library.virConnectIsAlive(connection) == 1 ? kindOf(code) : ErrorKind.UNREACHABLE;
        return new EngineException(kind, engine, message);
    }

    /** What opening a connection failed with. */
    static EngineException ofOpening(NativeLibvirt library, EngineId engine) {
        int code = library.virGetLastErrorCode();
        String message = library.virGetLastErrorMessage();
        virError error = library.virGetLastError();
        if (code == SYSTEM_ERROR && error != null && (error.int1 == EACCES || error.int1 == EPERM)) {
            return new EngineException(
                    ErrorKind.DENIED,
                    engine,
                    message + ". Add the user that runs Bulkhead to the group \"libvirt\" and start Bulkhead again.");
        }
        ErrorKind kind = kindOf(code);
        // Whatever else keeps a connection from opening, waiting and trying again is the answer to it.
        return new EngineException(
                kind == ErrorKind.DENIED || kind == ErrorKind.TIMEOUT ? kind : ErrorKind.UNREACHABLE, engine, message);
    }

    /** Does {@code work}, as far as it goes until it fails with one of {@code kinds}; any other failure is thrown. */
    static void forgiving(Runnable work, ErrorKind... kinds) {
        try {
            work.run();
        } catch (EngineException failed) {
            if (!Arrays.asList(kinds).contains(failed.kind())) {
                throw failed;
            }
        }
    }

    static ErrorKind kindOf(int code) {
        return switch (code) {
            case 42, 43, 49, 50, 53, 57, 66, 72, 80, 99 -> ErrorKind.NOT_FOUND;
            // domain or network exists, operation invalid in this state, block copy active, resource busy, volume
            // exists
            case 28, 37, 55, 83, 87, 90 -> ErrorKind.CONFLICT;
            // operation denied, authentication failed, cancelled, access denied, authentication unavailable
            case 29, 45, 79, 88, 94 -> ErrorKind.DENIED;
            // no support, configuration, argument or operation unsupported, CPU incompatible
            case 3, 67, 74, 84, 91 -> ErrorKind.UNSUPPORTED;
            // invalid argument, XML error, XML detail, MAC, overflow, XML against the schema
            case 8, 27, 35, 44, 82, 92 -> ErrorKind.INVALID;
            case 2 -> ErrorKind.LIMIT;
            // operation timed out, guest agent unresponsive or out of step
            case 68, 86, 97 -> ErrorKind.TIMEOUT;
            default -> ErrorKind.INTERNAL;
        };
    }
}
