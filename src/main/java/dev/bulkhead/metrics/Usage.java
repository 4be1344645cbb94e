package dev.bulkhead.metrics;

import dev.bulkhead.common.InstanceId;
import java.time.Instant;

/** What one instance uses now. */
public final class Usage extends Measured {

    private final InstanceId id;

    Usage(InstanceId id, Instant at, Rates rates) {
        super(at, rates);
        this.id = id;
    }

    public InstanceId id() {
        return id;
    }

    @Override
    String subject() {
        return id.toString();
    }
}
