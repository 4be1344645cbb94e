package dev.bulkhead.docker;

import static com.github.dockerjava.transport.DockerHttpClient.Request.Method.POST;

import dev.bulkhead.engine.ConsoleRequest.Exec;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A process with a terminal, begun in a container.
 *
 * <p>Neither Docker nor Podman ends it when its connection closes, so {@link #end()} does: it sends HUP, as a terminal that goes away,
 * and a moment later KILL to what does not listen. That takes a shell in the container and a running engine; without them, or while the
 * container is paused, the process lives on until it ends by itself or its container stops.
 */
final class ExecProcess implements ConsoleSubject {

    private static final Duration TIME_TO_BEGIN = Duration.ofSeconds(30);
    private static final Duration TIME_TO_END = Duration.ofSeconds(2);
    private static final int LONGEST_COMPLAINT = 1000;
    private static final int LONGEST_LABEL = 80;

    private final DockerApi api;
    private final String containerId;
    private final String label;
    private final String mark;
    private final String id;

    private ExecProcess(DockerApi api, String containerId, String label, String mark, String id) {
        this.api = api;
        this.containerId = containerId;
        this.label = label;
        this.mark = mark;
        this.id = id;
    }

    /** Prepares it, so that {@link #start} can be called once. */
    static ExecProcess create(DockerApi api, String containerId, Exec exec, TerminalSize size) {
        List<String> command = exec.command().isEmpty()
                ? List.of(Shells.first(api, containerId)
                        .orElseThrow(() -> api.errors()
                                .of(ErrorKind.UNSUPPORTED, "There is no shell in this container. Name a command.")))
                : exec.command();
        String mark = ExecSignal.newMark();
        Map<String, Object> body = new HashMap<>();
        body.put("Cmd", command);
        body.put("Tty", true);
        body.put("AttachStdin", true);
        body.put("AttachStdout", true);
        body.put("AttachStderr", true);
        body.put("DetachKeys", DetachKeys.OF_EXEC);
        body.put("Env", List.of("TERM=xterm-256color", mark));
        // From API 1.42 on; older engines ignore it, and learn the size once the process runs.
        body.put("ConsoleSize", List.of(size.rows(), size.columns()));
        if (!exec.user().isEmpty()) {
            body.put("User", exec.user());
        }
        if (!exec.directory().isEmpty()) {
            body.put("WorkingDir", exec.directory());
        }
        String id = api.post("/containers/" + containerId + "/exec", body)
                .path("Id")
                .asString("");
        if (!ContainerIds.isId(id)) {
            throw api.errors().of(ErrorKind.INTERNAL, "The engine gave the new process no usable id");
        }
        return new ExecProcess(api, containerId, Text.cut(String.join(" ", command), LONGEST_LABEL), mark, id);
    }

    /**
     * Starts it, and returns once it runs or has ended.
     *
     * @throws EngineException INVALID when the user, directory or command is not there
     */
    EngineStream start() {
        EngineStream stream;
        try {
            stream = api.stream("POST", "/exec/" + id + "/start", Map.of("Detach", false, "Tty", true));
        } catch (EngineException refused) {
            throw ExecStatus.read(api, id).hasFailedToBegin()
                    ? api.errors().of(ErrorKind.INVALID, String.valueOf(refused.getMessage()))
                    : refused;
        }
        try {
            ExecStatus status = ExecStatus.await(api, id, ExecStatus::isSettled, TIME_TO_BEGIN);
            if (status.hasFailedToBegin()) {
                throw api.errors().of(ErrorKind.INVALID, complaint(stream));
            }
            if (!status.isSettled()) {
                throw api.errors().of(ErrorKind.TIMEOUT, "The process did not begin in time");
            }
            return stream;
        } catch (EngineException failure) {
            stream.close();
            throw failure;
        }
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void resize(TerminalSize size) {
        api.send(POST, "/exec/" + id + "/resize?h=" + size.rows() + "&w=" + size.columns());
    }

    @Override
    public void signal(String name) {
        ExecSignal.send(api, containerId, mark, name);
    }

    /** The engine may close the stream a moment before it has the code. */
    @Override
    public OptionalInt exitCode() {
        ExecStatus status = ExecStatus.await(api, id, ExecStatus::isEnded, TIME_TO_END);
        return status.isEnded() ? OptionalInt.of(status.exitCode()) : OptionalInt.empty();
    }

    @Override
    public void end() {
        if (ExecStatus.read(api, id).isEnded()) {
            return;
        }
        signal("HUP");
        if (!ExecStatus.await(api, id, ExecStatus::isEnded, TIME_TO_END).isEnded()) {
            signal("KILL");
        }
    }

    /** Where a process could not be begun, the engine tells why as if it were its output. */
    private String complaint(EngineStream stream) {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_COMPLAINT);
        try {
            while (text.hasRemaining() && stream.read(text) >= 0) {
                // Until it is whole.
            }
        } catch (IOException broken) {
            // What came before has to do.
        }
        String complaint = StandardCharsets.UTF_8.decode(text.flip()).toString().strip();
        return complaint.isEmpty() ? "The command " + label + " could not be started" : complaint;
    }

    @Override
    public String toString() {
        return "process " + id;
    }
}
