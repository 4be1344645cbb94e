package dev.bulkhead.common.ui;

import java.util.Locale;

/** How a state is drawn: each tone has a shape and a hue of its own, and a word always stands beside them. */
public enum Tone {
    RUNNING,
    PAUSED,
    STOPPED,
    TROUBLE,
    /** Something is being done. */
    BUSY;

    /** The class that {@code states.css} knows it by. */
    public String className() {
        return name().toLowerCase(Locale.ROOT);
    }
}
