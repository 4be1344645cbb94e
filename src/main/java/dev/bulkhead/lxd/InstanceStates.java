package dev.bulkhead.lxd;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceState;
import java.util.EnumSet;
import java.util.Set;

/** The wire's status codes in our words, and what is allowed in each state. */
final class InstanceStates {

    private InstanceStates() {}

    static InstanceState of(InstanceDocument document) {
        return switch (document.statusCode()) {
            // 113 is a running guest that told the server that it is ready; 111 was thawed a moment ago.
            case 103, 111, 113 -> InstanceState.RUNNING;
            case 101, 102 -> document.flag("stateful") ? InstanceState.SUSPENDED : InstanceState.STOPPED;
            case 106 -> InstanceState.STARTING;
            case 107, 108 -> InstanceState.STOPPING;
            case 109, 110 -> InstanceState.PAUSED;
            case 112 -> InstanceState.CRASHED;
            default -> InstanceState.UNKNOWN;
        };
    }

    /**
     * What the server would accept now. It deletes the root disk with the instance, always, so plain DELETE, which promises to keep
     * disks, is never offered. Custom volumes are objects of their own there and outlive any instance that they are attached to.
     */
    static Set<Action> actions(InstanceDocument document) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        switch (of(document)) {
            case RUNNING -> {
                actions.add(Action.SHUTDOWN);
                actions.add(Action.POWER_OFF);
                actions.add(Action.RESTART);
                actions.add(Action.RESET);
                actions.add(Action.PAUSE);
            }
            case PAUSED -> {
                actions.add(Action.RESUME);
                actions.add(Action.POWER_OFF);
            }
            case STARTING, STOPPING, CRASHED -> actions.add(Action.POWER_OFF);
            case STOPPED, SUSPENDED -> {
                actions.add(Action.START);
                if (!document.configFlag("security.protection.delete")) {
                    actions.add(Action.DELETE_WITH_DISKS);
                }
            }
            case RESTARTING, UNKNOWN -> {
                // Nothing is known to be safe.
            }
        }
        return actions;
    }
}
