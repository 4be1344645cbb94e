package dev.bulkhead.host;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns facts about a machine, two readings of them for CPU, into used, promised and there-is. */
final class CapacityCalculator {

    private CapacityCalculator() {}

    static HostCapacity calculate(@Nullable HostFacts before, HostFacts now, Promises.Promised promised) {
        Double threads = now.cpuThreads() == null ? null : now.cpuThreads().doubleValue();
        return new HostCapacity(
                new HostCapacity.Resource(busyCpus(before, now), promised.cpus(), threads),
                new HostCapacity.Resource(bytes(now.memoryUsed()), promised.memoryBytes(), bytes(now.memoryTotal())),
                storage(now.pools()));
    }

    /** All places together. */
    static HostCapacity.Resource storage(List<HostFacts.Pool> pools) {
        return places(pools).stream()
                .map(StoragePlace::resource)
                .reduce(HostCapacity.Resource.UNKNOWN, HostCapacity.Resource::plus);
    }

    private static @Nullable Double busyCpus(@Nullable HostFacts before, HostFacts now) {
        if (before == null || before.cpuTimes() == null || now.cpuTimes() == null || now.cpuThreads() == null) {
            return null;
        }
        long total = now.cpuTimes().total().minus(before.cpuTimes().total()).toNanos();
        long busy = now.cpuTimes().busy().minus(before.cpuTimes().busy()).toNanos();
        // Counters go back when the machine restarted; then there is no figure until the next reading.
        if (total <= 0 || busy < 0) {
            return null;
        }
        return Math.min(1.0, (double) busy / total) * now.cpuThreads();
    }

    /**
     * Pools that are directories of one file system each report all of it. Such pools are told by their equal totals and counted
     * once; their promises add up.
     */
    static List<StoragePlace> places(List<HostFacts.Pool> pools) {
        Map<String, StoragePlace> fileSystems = new LinkedHashMap<>();
        for (HostFacts.Pool pool : pools) {
            if (pool.active() && pool.total() != null) {
                String place = isDirectory(pool) ? "total:" + pool.total().bytes() : "pool:" + pool.location();
                fileSystems.merge(
                        place,
                        new StoragePlace(
                                List.of(pool.name()),
                                pool.driver(),
                                List.of(pool.location().isEmpty() ? pool.name() : pool.location()),
                                new HostCapacity.Resource(
                                        bytes(pool.used()), bytes(pool.promised()), bytes(pool.total()))),
                        CapacityCalculator::sameFileSystem);
            }
        }
        return List.copyOf(fileSystems.values());
    }

    private static boolean isDirectory(HostFacts.Pool pool) {
        return switch (pool.driver()) {
            case "dir", "fs", "netfs", "overlay2", "overlay", "vfs", "fuse-overlayfs", "overlayfs" -> true;
            default -> false;
        };
    }

    private static StoragePlace sameFileSystem(StoragePlace one, StoragePlace other) {
        Double promised = one.resource().plus(other.resource()).promised();
        Double used = one.resource().used() == null
                ? other.resource().used()
                : one.resource().used();
        return new StoragePlace(
                both(one.pools(), other.pools()),
                one.driver(),
                both(one.locations(), other.locations()),
                new HostCapacity.Resource(used, promised, one.resource().total()));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static @Nullable Double bytes(@Nullable ByteSize size) {
        return size == null ? null : (double) size.bytes();
    }
}
