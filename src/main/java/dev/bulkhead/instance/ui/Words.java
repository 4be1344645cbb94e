package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.ActionNames;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How kinds, states and actions are called and drawn. */
final class Words {

    private Words() {}

    static String kind(InstanceKind kind) {
        return text("kind." + key(kind));
    }

    static String kinds(InstanceKind kind) {
        return text("kinds." + key(kind));
    }

    static Icon icon(InstanceKind kind) {
        return Icon.valueOf(kind.name());
    }

    static String state(InstanceState state) {
        return text("state." + key(state));
    }

    static Tone tone(InstanceState state) {
        return switch (state) {
            case RUNNING -> Tone.RUNNING;
            case PAUSED, SUSPENDED -> Tone.PAUSED;
            case STOPPED, UNKNOWN -> Tone.STOPPED;
            case CRASHED -> Tone.TROUBLE;
            case STARTING, STOPPING, RESTARTING -> Tone.BUSY;
        };
    }

    static StateBadge badge(InstanceState state) {
        return new StateBadge(tone(state), state(state));
    }

    /** "Shut down": what the button says. */
    static String action(Action action) {
        return text("verb." + ActionNames.of(action));
    }

    static Icon icon(Action action) {
        return action == Action.DELETE_WITH_DISKS ? Icon.DELETE : Icon.valueOf(action.name());
    }

    /** What an instance is said to be doing while an operation of {@code verb} (as operations spell it) is active: "Starting…". */
    static String doing(String verb) {
        return text("doing." + verb);
    }

    /** "4 CPUs". */
    static String cpus(@Nullable Double cpus) {
        return cpus != null && cpus == 1 ? text("cpus.one") : text("cpus.many", Units.cpus(cpus));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
