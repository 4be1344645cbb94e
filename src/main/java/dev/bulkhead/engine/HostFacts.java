package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine as one engine on it sees it. What instances were promised is not here: that is counted from the inventory.
 *
 * @param hostName the machine's own name; "" when unknown
 * @param operatingSystem for example {@code Debian GNU/Linux 12 (bookworm)}; "" when unknown
 * @param kernel release; "" when unknown
 * @param cpuModel "" when unknown
 * @param cpuThreads logical CPUs; null when unknown
 * @param cpuTimes counters of the whole machine; null when unknown
 * @param memoryTotal null when unknown
 * @param memoryUsed without what the kernel would give back at once (cache, buffers); null when unknown
 * @param bootedAt null when unknown
 * @param hardwareAcceleration whether virtual machines run on the CPU itself; null where the engine runs none
 * @param pools storage
 */
public record HostFacts(
        String hostName,
        String operatingSystem,
        String kernel,
        String cpuModel,
        @Nullable Integer cpuThreads,
        @Nullable CpuTimes cpuTimes,
        @Nullable ByteSize memoryTotal,
        @Nullable ByteSize memoryUsed,
        @Nullable Instant bootedAt,
        @Nullable Boolean hardwareAcceleration,
        List<Pool> pools) {

    public HostFacts {
        pools = List.copyOf(pools);
    }

    /**
     * CPU time of all CPUs since boot.
     *
     * @param busy not idle and not waiting for disks
     * @param total busy and idle together
     * @param at when it was read
     */
    public record CpuTimes(Duration busy, Duration total, Instant at) {}

    /**
     * A place where disks and volumes live.
     *
     * @param name the engine's name for it
     * @param driver {@code dir}, {@code zfs}, {@code logical}, {@code overlay2}, …
     * @param location path or source; two pools of one location share one file system
     * @param total null when unknown
     * @param used of the file system or volume group, by whomever; null when unknown
     * @param promised the sum of the capacities of the volumes in it; null when unknown
     * @param active whether it can be used now
     */
    public record Pool(
            String name,
            String driver,
            String location,
            @Nullable ByteSize total,
            @Nullable ByteSize used,
            @Nullable ByteSize promised,
            boolean active) {}
}
