package dev.bulkhead.docker;

import static com.github.dockerjava.transport.DockerHttpClient.Request.Method.POST;

import dev.bulkhead.engine.TerminalSize;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** The process that a container exists for. It is not begun for a console and does not end with it. */
record MainProcess(DockerApi api, String containerId, String label, boolean hasTerminal) implements ConsoleSubject {

    @Override
    public void resize(TerminalSize size) {
        if (hasTerminal) {
            api.send(POST, "/containers/" + containerId + "/resize?h=" + size.rows() + "&w=" + size.columns());
        }
    }

    @Override
    public void signal(String name) {
        if (ExecSignal.isName(name)) {
            api.send(POST, "/containers/" + containerId + "/kill?signal=SIG" + name);
        }
    }

    @Override
    public OptionalInt exitCode() {
        JsonNode state = api.read("/containers/" + containerId + "/json").path("State");
        boolean ended = !state.path("Running").asBoolean(true);
        return ended ? OptionalInt.of(state.path("ExitCode").asInt(0)) : OptionalInt.empty();
    }
}
