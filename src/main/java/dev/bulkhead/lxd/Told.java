package dev.bulkhead.lxd;

import dev.bulkhead.engine.Change;
import java.util.function.Consumer;

/** The listener of one subscription: told one change at a time, from whatever thread, and nothing after the end. */
final class Told {

    private final Consumer<Change> listener;
    private boolean ended;

    Told(Consumer<Change> listener) {
        this.listener = listener;
    }

    synchronized void tell(Change change) {
        if (!ended) {
            listener.accept(change);
        }
    }

    /** Ends it without a word; false when it had ended before. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Ends it with the last word; false when it had ended before. */
    synchronized boolean end(Change.Lost lost) {
        boolean first = end();
        if (first) {
            listener.accept(lost);
        }
        return first;
    }
}
