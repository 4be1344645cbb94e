package dev.bulkhead.docker;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceState;
import java.util.EnumSet;
import java.util.Set;

/** Docker's and Podman's words for a container's state, and what is possible in each. */
final class ContainerState {

    private ContainerState() {}

    static InstanceState of(String word) {
        return switch (word) {
            case "created", "configured", "initialized", "exited", "stopped" -> InstanceState.STOPPED;
            case "running" -> InstanceState.RUNNING;
            case "paused" -> InstanceState.PAUSED;
            case "restarting" -> InstanceState.RESTARTING;
            case "removing", "stopping" -> InstanceState.STOPPING;
            // A removal that failed half-way.
            case "dead" -> InstanceState.CRASHED;
            default -> InstanceState.UNKNOWN;
        };
    }

    static Set<Action> actions(String word) {
        return switch (word) {
            case "created", "configured", "initialized", "exited", "stopped" ->
                EnumSet.of(Action.START, Action.DELETE, Action.DELETE_WITH_DISKS);
            case "running" -> EnumSet.of(Action.SHUTDOWN, Action.POWER_OFF, Action.RESTART, Action.RESET, Action.PAUSE);
            case "paused" -> EnumSet.of(Action.RESUME, Action.POWER_OFF);
            case "restarting" -> EnumSet.of(Action.SHUTDOWN, Action.POWER_OFF);
            case "dead" -> EnumSet.of(Action.DELETE, Action.DELETE_WITH_DISKS);
            default -> EnumSet.noneOf(Action.class);
        };
    }
}
