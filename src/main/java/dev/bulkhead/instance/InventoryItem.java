package dev.bulkhead.instance;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance and how true its record is. Immutable, shared by all who look.
 *
 * @param host the machine it is on
 * @param instance as its engine last reported it
 * @param stale why it may not be true any more; null when it is
 */
public record InventoryItem(
        HostId host, Instance instance, @Nullable Stale stale) {

    public InstanceId id() {
        return instance.id();
    }

    /**
     * @param since when the engine last confirmed the record
     * @param reason in the engine's or the system's words
     */
    public record Stale(Instant since, String reason) {}
}
