package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import java.time.Instant;

/** What one machine uses now, by all that runs on it. */
public final class MachineUsage extends Measured {

    private final HostId id;

    MachineUsage(HostId id, Instant at, Rates rates) {
        super(at, rates);
        this.id = id;
    }

    public HostId id() {
        return id;
    }

    @Override
    String subject() {
        return id.toString();
    }
}
