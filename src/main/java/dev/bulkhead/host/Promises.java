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
     * @param memoryBytes the sum of memory limits, of each the most that it can be given without a restart
     * @param withoutCpuLimit how many instances are in neither sum of CPUs: each could use all that there are
     * @param withoutMemoryLimit how many could use all memory
     */
    record Promised(double cpus, double memoryBytes, int withoutCpuLimit, int withoutMemoryLimit) {

        public static final Promised NOTHING = new Promised(0, 0, 0, 0);

        public Promised plus(Promised other) {
            return new Promised(
                    cpus + other.cpus,
                    memoryBytes + other.memoryBytes,
                    withoutCpuLimit + other.withoutCpuLimit,
                    withoutMemoryLimit + other.withoutMemoryLimit);
        }
    }
}
