package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;

/**
 * What the instances of an engine may use by their limits, running or not. Hosts know machines, the inventory knows instances: this
 * is how the one asks the other without knowing it.
 */
@FunctionalInterface
public interface Promises {

    Promised of(EngineId engine);

    /**
     * @param cpus the sum of vCPUs and CPU limits
     * @param memoryBytes the sum of memory limits
     */
    record Promised(double cpus, double memoryBytes) {
        public Promised plus(Promised other) {
            return new Promised(cpus + other.cpus, memoryBytes + other.memoryBytes);
        }
    }
}
