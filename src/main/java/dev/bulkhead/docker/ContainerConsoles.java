package dev.bulkhead.docker;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one container, as inspected, has of consoles.
 *
 * @param takesInput whether its main process may be typed to. One that was made for a single client without a terminal may not:
 *     Docker would end its input when that client leaves.
 * @param endsWithViewer whether nobody had better attach at all: without a terminal, Podman ends the input with the first connection
 */
record ContainerConsoles(
        String state,
        boolean hasTerminal,
        boolean takesInput,
        boolean endsWithViewer,
        boolean keepsLog,
        boolean isHostLevel) {

    static ContainerConsoles of(JsonNode json, DockerApi api) {
        JsonNode config = json.path("Config");
        boolean terminal = config.path("Tty").asBoolean(false);
        boolean input = config.path("OpenStdin").asBoolean(false);
        boolean once = config.path("StdinOnce").asBoolean(false);
        return new ContainerConsoles(
                json.path("State").path("Status").asString(""),
                terminal,
                input && (terminal || !once),
                input && !terminal && api.isPodman(),
                !"none"
                        .equals(json.path("HostConfig")
                                .path("LogConfig")
                                .path("Type")
                                .asString("")),
                HostReach.of(json, api.errors().socket()));
    }

    List<ConsoleOffer> offers() {
        return List.of(
                new ConsoleOffer(ConsoleKind.EXEC, "", isHostLevel, unavailable(ConsoleKind.EXEC)),
                new ConsoleOffer(ConsoleKind.LOGS, "", false, unavailable(ConsoleKind.LOGS)),
                new ConsoleOffer(ConsoleKind.ATTACH, "", isHostLevel, unavailable(ConsoleKind.ATTACH)));
    }

    /** Why it cannot be opened now; null when it can. */
    @Nullable
    String unavailable(ConsoleKind kind) {
        if (kind == ConsoleKind.LOGS) {
            return keepsLog ? null : "The container's log driver keeps no log.";
        }
        return switch (ContainerState.of(state)) {
            case RUNNING ->
                kind == ConsoleKind.ATTACH && endsWithViewer
                        ? "Podman would end the main process's input when you leave. Watch its log instead."
                        : null;
            case PAUSED -> "The container is paused. Resume it first.";
            case RESTARTING -> "The container is being restarted.";
            default -> "The container is not running.";
        };
    }
}
