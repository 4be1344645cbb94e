package dev.bulkhead.docker;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one container, as inspected, has of consoles.
 *
 * @param takesInput whether its main process reads what is typed. One that was made for a single client without a terminal does not:
 *     its input would end for good when that client leaves.
 */
record ContainerConsoles(String state, boolean hasTerminal, boolean takesInput, boolean keepsLog, boolean isHostLevel) {

    static ContainerConsoles of(JsonNode json, DockerSocket socket) {
        JsonNode config = json.path("Config");
        boolean terminal = config.path("Tty").asBoolean(false);
        boolean once = config.path("StdinOnce").asBoolean(false);
        return new ContainerConsoles(
                json.path("State").path("Status").asString(""),
                terminal,
                config.path("OpenStdin").asBoolean(false) && (terminal || !once),
                !"none"
                        .equals(json.path("HostConfig")
                                .path("LogConfig")
                                .path("Type")
                                .asString("")),
                HostReach.of(json, socket));
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
            case RUNNING -> null;
            case PAUSED -> "The container is paused. Resume it first.";
            case RESTARTING -> "The container is being restarted.";
            default -> "The container is not running.";
        };
    }
}
