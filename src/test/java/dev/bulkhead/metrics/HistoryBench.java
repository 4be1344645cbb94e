package dev.bulkhead.metrics;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

public final class HistoryBench {
    private static final OperatingSystemMXBean OS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static void main(String[] args) throws Exception {
        int instances = Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("bulkhead-history");
        Path file = directory.resolve("history.duckdb");
        HistoryTrace trace = new HistoryTrace(instances);
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        try (HistoryStore store = HistoryStore.open(file)) {
            for (int round = 0; round < 4; round++) {
                long made = 0;
                long append = 0;
                long advance = 0;
                for (int tick = 0; tick < 90; tick++) {
                    at = at.plusSeconds(10);
                    List<Usage> usages = trace.next(at, tick);
                    long begin = OS.getProcessCpuTime();
                    store.append(at, usages);
                    append += OS.getProcessCpuTime() - begin;
                    if (tick % 6 == 0) {
                        begin = OS.getProcessCpuTime();
                        store.advance(at);
                        advance += OS.getProcessCpuTime() - begin;
                    }
                }
                System.out.printf(
                        "append %.1f ms a tick, advance %.1f ms a minute%n", append / 90 / 1e6, advance / 15 / 1e6);
            }
        }
    }
}
