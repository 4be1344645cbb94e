package dev.bulkhead.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which console to open, and how.
 *
 * @param kind what to open
 * @param port one of {@link ConsoleOffer#port()}; "" for the first
 * @param size of the terminal at the beginning; of no meaning for a screen
 * @param exec for {@link ConsoleKind#EXEC} only
 * @param logs for {@link ConsoleKind#LOGS} only
 */
public record ConsoleRequest(ConsoleKind kind, String port, TerminalSize size, Exec exec, Logs logs) {

    public static ConsoleRequest of(ConsoleKind kind, String port) {
        return new ConsoleRequest(kind, port, TerminalSize.USUAL, Exec.SHELL, Logs.ALL);
    }

    public static ConsoleRequest exec(Exec exec, TerminalSize size) {
        return new ConsoleRequest(ConsoleKind.EXEC, "", size, exec, Logs.ALL);
    }

    public static ConsoleRequest logs(Logs logs) {
        return new ConsoleRequest(ConsoleKind.LOGS, "", TerminalSize.USUAL, Exec.SHELL, logs);
    }

    public ConsoleRequest at(String otherPort) {
        return new ConsoleRequest(kind, otherPort, size, exec, logs);
    }

    public ConsoleRequest running(Exec otherExec) {
        return new ConsoleRequest(kind, port, size, otherExec, logs);
    }

    public ConsoleRequest sized(TerminalSize otherSize) {
        return new ConsoleRequest(kind, port, otherSize, exec, logs);
    }

    /**
     * The process to begin.
     *
     * @param command program and arguments, never put through a shell; empty for the first shell that exists
     * @param user name or number inside the instance; "" for the engine's default
     * @param directory to begin in; "" for the engine's default
     */
    public record Exec(List<String> command, String user, String directory) {
        public static final Exec SHELL = new Exec(List.of(), "", "");

        public Exec {
            command = List.copyOf(command);
        }
    }

    /**
     * Which part of the log. Not all engines know when a line was printed: they refuse {@code since} and {@code until}, and leave the
     * moments away.
     *
     * @param since no line before it; null for the beginning
     * @param until no line after it, and then the stream ends; null for no end
     * @param tail at most so many last lines to begin with; negative for all
     * @param follow whether the stream goes on with what is printed from now on
     * @param timestamps whether each line begins with its moment, in RFC 3339
     */
    public record Logs(@Nullable Instant since, @Nullable Instant until, int tail, boolean follow, boolean timestamps) {
        public static final Logs ALL = new Logs(null, null, -1, true, false);
    }
}
