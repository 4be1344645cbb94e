package dev.bulkhead.docker;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shells in containers, their main processes and their logs. */
final class DockerConsoles implements Consoles {

    /** For processes to be ended when the engine is closed. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    private final DockerApi api;
    private final Set<DockerConsole> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> endings = ConcurrentHashMap.newKeySet();

    DockerConsoles(DockerApi api) {
        this.api = api;
    }

    @Override
    public List<ConsoleOffer> offers(String localId) {
        return ContainerConsoles.of(inspect(localId), api).offers();
    }

    @Override
    public ConsoleConnection open(String localId, ConsoleRequest request) {
        JsonNode json = inspect(localId);
        ContainerConsoles container = ContainerConsoles.of(json, api);
        if (container.offers().stream().noneMatch(offer -> offer.kind() == request.kind())) {
            throw api.errors().of(ErrorKind.UNSUPPORTED, "A container has no console of the kind " + request.kind());
        }
        String unavailable = container.unavailable(request.kind());
        if (unavailable != null) {
            throw api.errors().of(ErrorKind.CONFLICT, unavailable);
        }
        DockerConsole console = switch (request.kind()) {
            case EXEC -> exec(localId, request);
            case ATTACH -> attach(localId, container, json);
            default -> logs(localId, container, request.logs());
        };
        open.add(console);
        console.resize(request.size());
        return console;
    }

    /** Closes all that are open, and waits a moment for what was begun for them to end. */
    void close() {
        open.forEach(DockerConsole::close);
        long deadline = System.nanoTime() + TIME_TO_END.toNanos();
        try {
            for (Thread ending : endings) {
                ending.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
                ending.interrupt();
            }
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
        }
    }

    private DockerConsole exec(String localId, ConsoleRequest request) {
        ExecProcess process = ExecProcess.create(api, localId, request.exec(), request.size());
        EngineStream stream = process.start();
        return new DockerConsole(stream, stream, true, process, this::closed);
    }

    private DockerConsole attach(String localId, ContainerConsoles container, JsonNode json) {
        MainProcess main = new MainProcess(api, localId, label(json), container.hasTerminal());
        EngineStream stream = api.stream(
                "POST",
                "/containers/" + localId + "/attach?stream=1&stdout=1&stderr=1&detachKeys=" + DetachKeys.OF_ATTACH
                        + (container.takesInput() ? "&stdin=1" : ""),
                null);
        return new DockerConsole(stream, output(stream, container), container.takesInput(), main, this::closed);
    }

    private DockerConsole logs(String localId, ContainerConsoles container, Logs logs) {
        String path = "/containers/" + localId + "/logs?stdout=1&stderr=1"
                + "&tail=" + (logs.tail() < 0 ? "all" : logs.tail())
                + (logs.follow() ? "&follow=1" : "")
                + (logs.timestamps() ? "&timestamps=1" : "")
                + moment("since", logs.since())
                + moment("until", logs.until());
        EngineStream stream = api.stream("GET", path, null);
        return new DockerConsole(stream, output(stream, container), false, () -> "log", this::closed);
    }

    private static ByteSource output(EngineStream stream, ContainerConsoles container) {
        return container.hasTerminal() ? stream : new OutputFrames(stream);
    }

    private static String moment(String name, @Nullable Instant instant) {
        return instant == null ? "" : String.format("&%s=%d.%09d", name, instant.getEpochSecond(), instant.getNano());
    }

    private static String label(JsonNode json) {
        String program = Text.of(json.path("Path"));
        return program.isEmpty() ? "main process" : program;
    }

    /** Called by whoever closes a console, who must not wait for an engine that may be frozen. */
    private void closed(DockerConsole console) {
        open.remove(console);
        Thread ending = Thread.ofVirtual().name("docker-console-end").unstarted(() -> {
            try {
                console.endSubject();
            } finally {
                endings.remove(Thread.currentThread());
            }
        });
        endings.add(ending);
        ending.start();
    }

    /** @throws EngineException NOT_FOUND */
    private JsonNode inspect(String localId) {
        if (ContainerIds.isId(localId)) {
            JsonNode json = api.read("/containers/" + localId + "/json");
            if (json.path("Id").asString("").equals(localId)) {
                return json;
            }
        }
        throw api.errors().of(ErrorKind.NOT_FOUND, "There is no container " + Text.cut(localId, 80));
    }
}
