package dev.bulkhead.capacity;

/**
 * How large something is, or would be.
 *
 * @param cpus 0 or more; may be a fraction
 * @param memory in bytes, 0 or more
 * @param disk in bytes, 0 or more, all disks together
 */
public record Size(double cpus, double memory, double disk) {

    public static final Size NOTHING = new Size(0, 0, 0);

    /** @throws IllegalArgumentException for what is below zero or no number */
    public Size {
        if (!(cpus >= 0 && memory >= 0 && disk >= 0) || Double.isInfinite(cpus + memory + disk)) {
            throw new IllegalArgumentException("A size is 0 or more");
        }
    }
}
