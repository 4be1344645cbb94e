package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceState;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A domain's state in libvirt's numbers, and what it means in our words.
 *
 * @param state virDomainState
 * @param reason its number for why, whose meaning depends on the state
 * @param saved whether its memory is on disk (managed save)
 * @param persistent whether its definition outlives its run
 */
record DomainState(int state, int reason, boolean saved, boolean persistent) {

    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    private static final int PAUSED = 3;
    private static final int SHUTTING_DOWN = 4;
    private static final int SHUT_OFF = 5;
    private static final int CRASHED = 6;
    private static final int PM_SUSPENDED = 7;

    private static final int PAUSED_SHUTTING_DOWN = 8;
    private static final int PAUSED_CRASHED = 10;
    private static final int PAUSED_STARTING_UP = 11;
    private static final int SHUT_OFF_CRASHED = 3;

    private static final String[] RUNNING_REASONS = {
        "",
        "",
        "migrated",
        "restored",
        "reverted to a snapshot",
        "",
        "migration cancelled",
        "saving cancelled",
        "woken up",
        "crashed",
        "post-copy migration",
        "post-copy migration failed"
    };
    private static final String[] PAUSED_REASONS = {
        "",
        "",
        "migrating",
        "being saved",
        "being dumped",
        "I/O error",
        "watchdog",
        "reverted to a snapshot",
        "shutting down",
        "snapshot in progress",
        "guest crashed",
        "starting up",
        "post-copy migration",
        "post-copy migration failed",
        "left paused by a failed call"
    };
    private static final String[] SHUT_OFF_REASONS = {
        "", "", "powered off", "crashed", "migrated away", "saved", "failed to start", "reverted to a snapshot", ""
    };

    InstanceState meaning() {
        return switch (state) {
            case RUNNING, BLOCKED -> InstanceState.RUNNING;
            case PAUSED ->
                switch (reason) {
                    case PAUSED_SHUTTING_DOWN -> InstanceState.STOPPING;
                    case PAUSED_CRASHED -> InstanceState.CRASHED;
                    case PAUSED_STARTING_UP -> InstanceState.STARTING;
                    default -> InstanceState.PAUSED;
                };
            case SHUTTING_DOWN -> InstanceState.STOPPING;
            case SHUT_OFF -> shutOff();
            case CRASHED -> InstanceState.CRASHED;
            case PM_SUSPENDED -> InstanceState.SUSPENDED;
            default -> InstanceState.UNKNOWN;
        };
    }

    /** Why it is in that state, where that is not what one expects of it. */
    @Nullable
    String why() {
        String why = switch (state) {
            case RUNNING, BLOCKED -> word(RUNNING_REASONS);
            case PAUSED -> word(PAUSED_REASONS);
            case SHUT_OFF -> saved ? "saved" : word(SHUT_OFF_REASONS);
            case CRASHED -> reason == 1 ? "guest panicked" : "crashed";
            case PM_SUSPENDED -> "the guest sleeps";
            case SHUTTING_DOWN -> "";
            default -> "state " + state;
        };
        return why.isEmpty() ? null : why;
    }

    /** Whether a process or context of it exists on the host. */
    boolean isActive() {
        return state != SHUT_OFF;
    }

    boolean sleeps() {
        return state == PM_SUSPENDED;
    }

    Set<Action> actions(Driver driver) {
        EnumSet<Action> actions = switch (state) {
            case RUNNING, BLOCKED ->
                EnumSet.of(Action.SHUTDOWN, Action.POWER_OFF, Action.RESTART, Action.RESET, Action.PAUSE);
            case PAUSED -> paused();
            case SHUT_OFF -> stopped();
            case CRASHED -> EnumSet.of(Action.POWER_OFF, Action.RESET);
            case PM_SUSPENDED -> EnumSet.of(Action.RESUME, Action.POWER_OFF);
            default -> EnumSet.of(Action.POWER_OFF);
        };
        if (!driver.resets()) {
            actions.remove(Action.RESET);
        }
        return actions;
    }

    private EnumSet<Action> paused() {
        return switch (reason) {
            case PAUSED_SHUTTING_DOWN, PAUSED_STARTING_UP -> EnumSet.of(Action.POWER_OFF);
            case PAUSED_CRASHED -> EnumSet.of(Action.POWER_OFF, Action.RESET);
            default -> EnumSet.of(Action.RESUME, Action.POWER_OFF);
        };
    }

    private EnumSet<Action> stopped() {
        EnumSet<Action> actions = EnumSet.of(saved ? Action.RESUME : Action.START);
        if (persistent) {
            actions.add(Action.DELETE);
            actions.add(Action.DELETE_WITH_DISKS);
        }
        return actions;
    }

    private InstanceState shutOff() {
        if (saved) {
            return InstanceState.SUSPENDED;
        }
        return reason == SHUT_OFF_CRASHED ? InstanceState.CRASHED : InstanceState.STOPPED;
    }

    private String word(String[] words) {
        return reason >= 0 && reason < words.length ? words[reason] : "reason " + reason;
    }
}
