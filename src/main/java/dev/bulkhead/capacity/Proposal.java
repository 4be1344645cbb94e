package dev.bulkhead.capacity;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.InstanceId;
import java.time.Duration;

/**
 * A limit that does not suit its instance, with the numbers that say so. In CPUs or bytes.
 *
 * @param name what the engine calls the instance
 * @param measure CPUS or MEMORY
 * @param limit what it has now
 * @param usual what it used for 95 % of the time at most
 * @param most what it ever used
 * @param proposed what would suit it
 * @param covered for how long it was measured
 */
public record Proposal(
        InstanceId id,
        String name,
        Measure measure,
        double limit,
        double usual,
        double most,
        double proposed,
        Duration covered) {

    /** Whether it is at its limit, rather than far below. */
    public boolean isTight() {
        return proposed > limit;
    }

    /** What would be given back; below zero for what is to be added. */
    public double freed() {
        return limit - proposed;
    }
}
