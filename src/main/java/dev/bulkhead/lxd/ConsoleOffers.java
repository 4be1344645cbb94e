package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.InstanceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The consoles of one instance, from what the server says about it. */
final class ConsoleOffers {

    private final HostRights rights;

    ConsoleOffers(HostRights rights) {
        this.rights = rights;
    }

    List<ConsoleOffer> of(InstanceDocument document) {
        boolean hostLevel = rights.has(document);
        String state = stateProblem(document);
        if (document.isVirtualMachine()) {
            return List.of(
                    new ConsoleOffer(ConsoleKind.EXEC, "", hostLevel, state == null ? agentProblem(document) : state),
                    new ConsoleOffer(ConsoleKind.SERIAL, "", hostLevel, state),
                    new ConsoleOffer(
                            ConsoleKind.SCREEN,
                            "",
                            hostLevel,
                            "The engine shows this screen by SPICE only, not by VNC; use the serial line"));
        }
        return List.of(
                new ConsoleOffer(ConsoleKind.EXEC, "", hostLevel, state),
                new ConsoleOffer(ConsoleKind.CONSOLE, "", hostLevel, state),
                new ConsoleOffer(ConsoleKind.LOGS, "", false, null));
    }

    private static @Nullable String stateProblem(InstanceDocument document) {
        InstanceState state = InstanceStates.of(document);
        return switch (state) {
            case RUNNING, STOPPING -> null;
            case STARTING -> "The instance is starting";
            case PAUSED -> "The instance is paused";
            default -> "The instance is not running";
        };
    }

    /** The server knows how many processes run only from the agent, and writes -1 without it. */
    private static @Nullable String agentProblem(InstanceDocument document) {
        return document.state().path("processes").asInt(0) < 0
                ? "No agent answers in the machine, and a process can be begun only by it"
                : null;
    }
}
