package dev.bulkhead.host;

import org.jspecify.annotations.Nullable;

/**
 * What a machine, or all of them together, has: used, promised to instances, and there in all.
 *
 * @param cpu in CPUs (logical)
 * @param memory in bytes
 * @param storage in bytes, over all active pools, each file system once
 */
public record HostCapacity(Resource cpu, Resource memory, Resource storage) {

    public static final HostCapacity UNKNOWN = new HostCapacity(Resource.UNKNOWN, Resource.UNKNOWN, Resource.UNKNOWN);

    public HostCapacity plus(HostCapacity other) {
        return new HostCapacity(cpu.plus(other.cpu), memory.plus(other.memory), storage.plus(other.storage));
    }

    /**
     * One resource. All three in the same unit; null means unknown.
     *
     * @param used now, by whomever
     * @param promised to instances by their limits, running or not; more than there is means over-commitment
     * @param total there in all
     */
    public record Resource(
            @Nullable Double used,
            @Nullable Double promised,
            @Nullable Double total) {

        public static final Resource UNKNOWN = new Resource(null, null, null);

        /** How many times what there is was promised; null when one of the two is unknown or there is nothing. */
        public @Nullable Double overCommit() {
            return promised == null || total == null || total == 0 ? null : Double.valueOf(promised / total);
        }

        /** The sums, each of what is known. */
        public Resource plus(Resource other) {
            return new Resource(sum(used, other.used), sum(promised, other.promised), sum(total, other.total));
        }

        private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one + other;
        }
    }
}
