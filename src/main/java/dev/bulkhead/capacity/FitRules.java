package dev.bulkhead.capacity;

import dev.bulkhead.common.ConfigurationFault;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How full a host may be promised.
 *
 * @param cpuOverCommit how many CPUs may be promised for each that there is
 * @param memoryReserve the share of memory that is kept for the host itself
 * @param storageReserve the share of each pool that is kept free
 */
@ConfigurationProperties("bulkhead.capacity")
public record FitRules(
        @DefaultValue("4") double cpuOverCommit,
        @DefaultValue("0.1") double memoryReserve,
        @DefaultValue("0.05") double storageReserve) {

    public FitRules {
        check("cpu-over-commit", cpuOverCommit, 0.01, 1000);
        check("memory-reserve", memoryReserve, 0, 1);
        check("storage-reserve", storageReserve, 0, 1);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ConfigurationFault(
                    "bulkhead.capacity." + key, String.valueOf(value), "give a number from " + least + " to " + most);
        }
    }
}
