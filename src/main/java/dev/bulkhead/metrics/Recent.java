package dev.bulkhead.metrics;

/**
 * One instance's or machine's last half hour, a value a minute, the oldest first; NaN where nothing was measured. Shared: not to be changed.
 *
 * @param cpus busy
 * @param memory bytes
 */
public record Recent(float[] cpus, float[] memory) {

    /** How many minutes there are. */
    public static final int MINUTES = 30;
}
