package dev.bulkhead.alert;

import dev.bulkhead.common.Registration;
import org.springframework.stereotype.Component;

/** Tells those who pass alerts on, in nobody's name, that there is something new in the table. */
@Component
public class AlertFeed {

    private final AlertKeeper keeper;

    AlertFeed(AlertKeeper keeper) {
        this.keeper = keeper;
    }

    /** Calls {@code listener} after an alert fired or ended; any thread, must return at once. */
    public Registration onChange(Runnable listener) {
        return keeper.changes().onAppend(listener);
    }
}
