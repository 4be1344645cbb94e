package dev.bulkhead.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.HostFacts.CpuTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named counters of the whole machine (virNodeCPUStats, virNodeMemoryStats); none where the driver has none. */
final class NodeStats {

    private static final int WHOLE_MACHINE = -1;
    private static final int SIZE = 88;
    private static final int VALUE_OFFSET = 80;

    private final Map<String, Long> counters;
    private final Instant at = Instant.now();

    private NodeStats(Map<String, Long> counters) {
        this.counters = counters;
    }

    static NodeStats cpu(Connection connection) {
        return read(
                connection,
                (stats, count) ->
                        connection.library().virNodeGetCPUStats(connection.pointer(), WHOLE_MACHINE, stats, count, 0));
    }

    static NodeStats memory(Connection connection) {
        return read(
                connection,
                (stats, count) -> connection
                        .library()
                        .virNodeGetMemoryStats(connection.pointer(), WHOLE_MACHINE, stats, count, 0));
    }

    @Nullable
    Long get(String name) {
        return counters.get(name);
    }

    long getOrZero(String name) {
        return counters.getOrDefault(name, 0L);
    }

    /** Nanoseconds of all CPUs; null when they are not there. */
    @Nullable
    CpuTimes cpuTimes() {
        if (!counters.containsKey("idle")) {
            return null;
        }
        long busy = getOrZero("user") + getOrZero("kernel") + getOrZero("intr");
        long total = busy + getOrZero("idle") + getOrZero("iowait");
        return new CpuTimes(Duration.ofNanos(busy), Duration.ofNanos(total), at);
    }

    private static NodeStats read(Connection connection, Call call) {
        IntByReference count = new IntByReference(0);
        if (call.fill(null, count) < 0) {
            return none(connection);
        }
        int expected = count.getValue();
        if (expected == 0) {
            return new NodeStats(Map.of());
        }
        try (Memory stats = new Memory((long) expected * SIZE)) {
            if (call.fill(stats, count) < 0) {
                return none(connection);
            }
            Map<String, Long> counters = new HashMap<>();
            for (int i = 0; i < Math.min(expected, count.getValue()); i++) {
                long at = (long) i * SIZE;
                counters.put(stats.getString(at, "UTF-8"), stats.getLong(at + VALUE_OFFSET));
            }
            return new NodeStats(counters);
        }
    }

    private static NodeStats none(Connection connection) {
        EngineException failure = connection.failure();
        if (failure.kind() == ErrorKind.UNREACHABLE) {
            throw failure;
        }
        return new NodeStats(Map.of());
    }

    /** Tells how many there are when there is nothing to fill. */
    private interface Call {
        int fill(@Nullable Pointer stats, IntByReference count);
    }
}
