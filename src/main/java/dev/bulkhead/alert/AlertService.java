package dev.bulkhead.alert;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.Registration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Alerts about what the caller may see, for pages and the API. */
@Service
public class AlertService {

    private static final int PORTION = 500;
    private static final int MOST_PORTIONS = 20;
    private static final UUID FIRST = new UUID(-1, -1);

    private final AlertKeeper keeper;
    private final AlertStore store;
    private final AccessService access;

    AlertService(AlertKeeper keeper, AlertStore store, AccessService access) {
        this.keeper = keeper;
        this.store = store;
        this.access = access;
    }

    /** What fires now, the newest first; from memory. */
    @Requires(Permission.ENTER)
    public List<Alert> firing() {
        Rights rights = access.rights();
        return keeper.firing().stream()
                .filter(alert -> alert.subject().isVisible(rights))
                .toList();
    }

    /**
     * Those of the last ones, firing and over, that the caller may see; the newest first. Reads the database, of ten thousand alerts at
     * most.
     */
    @Requires(Permission.ENTER)
    public List<Alert> history(int most) {
        Rights rights = access.rights();
        List<Alert> visible = new ArrayList<>();
        Instant moment = Instant.now().plus(3650, ChronoUnit.DAYS);
        UUID id = FIRST;
        for (int portion = 0; portion < MOST_PORTIONS && visible.size() < most; portion++) {
            List<Alert> some = store.before(moment, id, PORTION);
            some.stream()
                    .filter(alert -> alert.subject().isVisible(rights))
                    .limit(most - visible.size())
                    .forEach(visible::add);
            if (some.size() < PORTION) {
                break;
            }
            moment = some.getLast().firedAt();
            id = some.getLast().id();
        }
        return visible;
    }

    /** Calls {@code listener} after an alert fired or ended; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return keeper.changes().onAppend(listener);
    }
}
