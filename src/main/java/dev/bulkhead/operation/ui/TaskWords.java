package dev.bulkhead.operation.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationState;
import java.util.Locale;

/** How a task is called and drawn. */
public final class TaskWords {

    private TaskWords() {}

    /** "Start web-01". */
    public static String title(Operation task) {
        return text("task.title", text("verb." + task.verb()), cut(task.targetName(), 80));
    }

    public static String state(OperationState state) {
        return text("task." + state.name().toLowerCase(Locale.ROOT));
    }

    public static Tone tone(OperationState state) {
        return switch (state) {
            case QUEUED, CANCELLED -> Tone.STOPPED;
            case RUNNING -> Tone.BUSY;
            case SUCCEEDED -> Tone.RUNNING;
            case FAILED -> Tone.TROUBLE;
            case INTERRUPTED -> Tone.PAUSED;
        };
    }

    static StateBadge badge(OperationState state) {
        return new StateBadge(tone(state), state(state));
    }

    /** What became of it, in a sentence of ours; "" while nothing has. */
    public static String outcome(Operation task) {
        if (task.state() == OperationState.FAILED) {
            String kind = task.errorKind() == null ? "INTERNAL" : task.errorKind();
            return text("error." + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return task.state() == OperationState.INTERRUPTED ? text("task.interrupted.why") : "";
    }
}
