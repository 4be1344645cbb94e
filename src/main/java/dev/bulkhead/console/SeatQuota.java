package dev.bulkhead.console;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.HashMap;
import java.util.Map;

/** Keeps the number of open consoles within bounds, for each user and in all. */
final class SeatQuota {

    private final int perUser;
    private final int total;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    SeatQuota(int perUser, int total) {
        this.perUser = perUser;
        this.total = total;
    }

    /** @throws EngineException LIMIT, with the number that was reached */
    synchronized void take(String user, EngineId engine) {
        int own = taken.getOrDefault(user, 0);
        if (own >= perUser) {
            throw new EngineException(
                    ErrorKind.LIMIT, engine, "You have " + own + " consoles open, and no user may have more");
        }
        if (all >= total) {
            throw new EngineException(
                    ErrorKind.LIMIT, engine, all + " consoles are open, and there may not be more at once");
        }
        taken.put(user, own + 1);
        all++;
    }

    synchronized void giveBack(String user) {
        taken.computeIfPresent(user, (name, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
