package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A terminal that an operation of the server holds open, with one WebSocket for its bytes and one for orders. */
final class LxdTerminal implements ConsoleConnection {

    private static final long HANG_UP_MILLIS = 500;

    private final LxdClient client;
    private final String operation;
    private final String label;
    private final boolean isProcess;
    private final Consumer<LxdTerminal> onClose;
    private final DataSocket data;
    private final ControlSocket control = new ControlSocket();
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable OptionalInt exitCode;

    private LxdTerminal(
            LxdClient client,
            String operation,
            String label,
            DataSocket data,
            boolean isProcess,
            Consumer<LxdTerminal> onClose) {
        this.client = client;
        this.operation = operation;
        this.label = label;
        this.data = data;
        this.isProcess = isProcess;
        this.onClose = onClose;
    }

    /** Joins a process that the server begins once both sockets are there, for which it waits a few seconds at most. */
    static LxdTerminal ofProcess(LxdClient client, JsonNode begun, String label, Consumer<LxdTerminal> onClose) {
        return connect(client, begun, label, DataSocket.waiting(), true, onClose);
    }

    /** Joins a console that was asked for just now, with the socket for its bytes. */
    static LxdTerminal ofConsole(LxdClient client, JsonNode begun, DataSocket data, Consumer<LxdTerminal> onClose) {
        return connect(client, begun, "", data, false, onClose);
    }

    private static LxdTerminal connect(
            LxdClient client,
            JsonNode begun,
            String label,
            DataSocket data,
            boolean isProcess,
            Consumer<LxdTerminal> onClose) {
        String operation =
                "/1.0/operations/" + InstanceName.encode(begun.path("id").asString(""));
        JsonNode secrets = begun.path("metadata").path("fds");
        LxdTerminal terminal = new LxdTerminal(client, operation, label, data, isProcess, onClose);
        try {
            client.open(socket(operation, secrets.path("control")), terminal.control);
            client.open(socket(operation, secrets.path("0")), terminal.data);
            return terminal;
        } catch (RuntimeException failure) {
            terminal.close();
            throw failure;
        }
    }

    private static String socket(String operation, JsonNode secret) {
        return operation + "/websocket?secret=" + InstanceName.encode(secret.asString(""));
    }

    String operation() {
        return operation;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        return data.read(buffer);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        data.write(bytes);
    }

    @Override
    public void resize(TerminalSize size) {
        ObjectNode order = Envelope.object().put("command", "window-resize");
        order.putObject("args")
                .put("width", Integer.toString(size.columns()))
                .put("height", Integer.toString(size.rows()));
        control.send(order);
    }

    @Override
    public void signal(String name) {
        int number = Signals.number(name);
        if (number > 0) {
            control.send(signalOrder(number));
        }
    }

    /** The server keeps the operation until we leave it, and forgets it a few seconds later; so it is asked for here, once. */
    @Override
    public synchronized OptionalInt exitCode() {
        if (exitCode != null) {
            return exitCode;
        }
        if (!data.hasEnded() || closed.get()) {
            return OptionalInt.empty();
        }
        data.leave();
        exitCode = askExitCode();
        return exitCode;
    }

    private OptionalInt askExitCode() {
        try {
            JsonNode code =
                    client.get(operation + "/wait?timeout=5").path("metadata").path("return");
            return code.isInt() ? OptionalInt.of(code.asInt()) : OptionalInt.empty();
        } catch (EngineException unknown) {
            return OptionalInt.empty();
        }
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * The operation ends when both sockets are gone; the server kills the process then. A shell is told to hang up before, so that it
     * can tell its jobs. One that does not pass it on (BusyBox) leaves jobs in the background alive, and with them the operation for
     * as long as they hold the terminal, as after {@code lxc exec}.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (isProcess && !data.hasEnded()) {
            control.sendSoon(signalOrder(Signals.HANG_UP));
            data.close();
            closeControlSoon();
        } else {
            data.close();
            control.close();
        }
        onClose.accept(this);
    }

    private void closeControlSoon() {
        try {
            client.scheduler().schedule(control::close, HANG_UP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (EngineException closedMeanwhile) {
            control.close();
        }
    }

    private static ObjectNode signalOrder(int number) {
        return Envelope.object().put("command", "signal").put("signal", number);
    }
}
