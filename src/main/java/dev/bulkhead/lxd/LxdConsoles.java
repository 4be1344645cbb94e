package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shells, consoles and logs of one server's instances. */
final class LxdConsoles implements Consoles, AutoCloseable {

    private static final int MOST_LOGS = 64;

    private final LxdClient client;
    private final InstanceDirectory directory;
    private final ConsoleOffers offers;
    private final ConsoleLines lines;
    private final Map<String, ConsoleLog> logs = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<ConsoleConnection> open = ConcurrentHashMap.newKeySet();

    LxdConsoles(LxdClient client, InstanceDirectory directory, HostRights rights) {
        this.client = client;
        this.directory = directory;
        this.offers = new ConsoleOffers(rights);
        this.lines = new ConsoleLines(client);
    }

    @Override
    public List<ConsoleOffer> offers(String localId) {
        return directory
                .find(localId)
                .map(offers::of)
                .orElseThrow(() -> error(ErrorKind.NOT_FOUND, "There is no such instance"));
    }

    @Override
    public ConsoleConnection open(String localId, ConsoleRequest request) {
        InstanceDocument target = directory.target(localId);
        requireUsable(target, request.kind());
        try {
            ConsoleConnection connection = connect(localId, target, request);
            open.add(connection);
            return connection;
        } catch (EngineException failure) {
            throw explain(failure, localId, request);
        }
    }

    private void requireUsable(InstanceDocument target, ConsoleKind kind) {
        ConsoleOffer offer = offers.of(target).stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow(() -> error(ErrorKind.UNSUPPORTED, "The instance has no console of this kind"));
        if (offer.unavailable() != null) {
            throw error(kind == ConsoleKind.SCREEN ? ErrorKind.UNSUPPORTED : ErrorKind.CONFLICT, offer.unavailable());
        }
    }

    private ConsoleConnection connect(String localId, InstanceDocument target, ConsoleRequest request) {
        return switch (request.kind()) {
            case EXEC -> {
                ProcessStarter starter = new ProcessStarter(client, target);
                List<String> command = starter.command(request.exec());
                String label = Text.cut(String.join(" ", command));
                yield LxdTerminal.ofProcess(client, starter.begin(command, request), label, open::remove);
            }
            case LOGS -> log(localId, target, request.logs());
            default -> lines.open(target, request.size(), open::remove);
        };
    }

    private ConsoleConnection log(String localId, InstanceDocument target, Logs part) {
        if (part.since() != null || part.until() != null) {
            throw error(ErrorKind.UNSUPPORTED, "The engine's log does not say when a line was printed");
        }
        ConsoleLog log = shared(localId, target);
        return new LogConnection(log, log.join(part.tail()), part.follow(), open::remove);
    }

    /** All who watch one container share what is read, since the server tells it only once. */
    private ConsoleLog shared(String localId, InstanceDocument target) {
        synchronized (logs) {
            logs.values().removeIf(log -> logs.size() >= MOST_LOGS && log.isIdle());
            return logs.computeIfAbsent(localId, id -> new ConsoleLog(client, directory, id, target.name()));
        }
    }

    /** The server gives one and the same code to an instance that stopped meanwhile and to what it cannot make sense of. */
    private EngineException explain(EngineException failure, String localId, ConsoleRequest request) {
        if (failure.kind() != ErrorKind.INVALID && failure.kind() != ErrorKind.INTERNAL) {
            return failure;
        }
        try {
            requireUsable(directory.target(localId), request.kind());
            return failure;
        } catch (EngineException now) {
            return now.kind() == ErrorKind.NOT_FOUND || now.kind() == ErrorKind.CONFLICT ? now : failure;
        }
    }

    private EngineException error(ErrorKind kind, String message) {
        return client.errors().of(kind, message);
    }

    /** Ends all that is open. */
    @Override
    public void close() {
        open.forEach(ConsoleConnection::close);
    }
}
