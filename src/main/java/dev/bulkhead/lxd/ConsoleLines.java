package dev.bulkhead.lxd;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one console that each instance has. A second one who asks for it is not refused by the server but gets its complaint as if the
 * guest had printed it; so who has it is found out before.
 */
final class ConsoleLines {

    private final LxdClient client;
    /** Operations whose consoles were closed here, by instance: the server frees a console a moment later. */
    private final Map<InstanceName, String> left = new ConcurrentHashMap<>();

    ConsoleLines(LxdClient client) {
        this.client = client;
    }

    LxdTerminal open(InstanceDocument target, TerminalSize size, Consumer<LxdTerminal> onClose) {
        InstanceName name = target.name();
        // The sockets of a virtual machine's screen look the same, and are in nobody's way.
        if (!target.isVirtualMachine()) {
            awaitLeft(name);
            requireFree(name);
        }
        ObjectNode body = Envelope.object()
                .put("type", "console")
                .put("width", size.columns())
                .put("height", size.rows());
        // A container's monitor hangs while its console is not read, and the whole server with it ("lxc list" too).
        DataSocket data = target.isVirtualMachine() ? DataSocket.waiting() : DataSocket.hasty();
        JsonNode begun = client.beginSockets(name.path("console"), body);
        return LxdTerminal.ofConsole(client, begun, data, terminal -> {
            left.put(name, terminal.operation());
            onClose.accept(terminal);
        });
    }

    private void awaitLeft(InstanceName name) {
        String operation = left.remove(name);
        if (operation == null) {
            return;
        }
        try {
            client.get(operation + "/wait?timeout=5");
        } catch (EngineException forgotten) {
            // It ended a while ago. Whatever else is wrong shows with the next call.
        }
    }

    private void requireFree(InstanceName name) {
        for (JsonNode operation : RunningOperations.at(client, name)) {
            if (RunningOperations.isConsole(operation)) {
                String since = Text.cut(operation.path("created_at").asString(""));
                throw client.errors()
                        .of(
                                ErrorKind.CONFLICT,
                                "There is but one console, and somebody has had it open since " + since
                                        + "; it is free when they leave it (lxc console: Ctrl+a q)");
            }
        }
    }
}
