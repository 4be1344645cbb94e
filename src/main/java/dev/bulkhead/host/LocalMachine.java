package dev.bulkhead.host;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine that Bulkhead itself runs on, read from {@code /proc} (proc(5)): what an engine says of it is never better. What
 * cannot be read is left unknown.
 */
final class LocalMachine {

    /** The unit of /proc/stat: USER_HZ, which is 100 on every Linux that Java runs on. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final Path root;

    /** @param root {@code /}, or a copy of the files for a test */
    LocalMachine(Path root) {
        this.root = root;
    }

    static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException absent) {
            return "localhost";
        }
    }

    HostFacts read() {
        Map<String, Long> memory = memory();
        Long total = memory.get("MemTotal");
        Long available = memory.get("MemAvailable");
        return new HostFacts(
                firstLine("proc/sys/kernel/hostname"),
                operatingSystem(),
                firstLine("proc/sys/kernel/osrelease"),
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                cpuTimes(),
                total == null ? null : ByteSize.ofKibibytes(total),
                total == null || available == null ? null : ByteSize.ofKibibytes(Math.max(0, total - available)),
                bootedAt(),
                null,
                List.of());
    }

    private HostFacts.@Nullable CpuTimes cpuTimes() {
        // cpu user nice system idle iowait irq softirq steal guest guest_nice; guest time is within user's.
        String[] fields = firstLine("proc/stat").split("\\s+");
        if (fields.length < 9 || !fields[0].equals("cpu")) {
            return null;
        }
        long total = 0;
        for (int field = 1; field <= 8; field++) {
            total += Long.parseLong(fields[field]);
        }
        long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
        return new HostFacts.CpuTimes(TICK.multipliedBy(total - idle), TICK.multipliedBy(total), Instant.now());
    }

    private @Nullable Instant bootedAt() {
        return lines("proc/stat")
                .filter(line -> line.startsWith("btime "))
                .map(line ->
                        Instant.ofEpochSecond(Long.parseLong(line.substring(6).strip())))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Long> memory() {
        Map<String, Long> kibibytes = new HashMap<>();
        lines("proc/meminfo").forEach(line -> {
            String[] fields = line.split("[:\\s]+");
            if (fields.length == 3) {
                kibibytes.put(fields[0], Long.parseLong(fields[1]));
            }
        });
        return kibibytes;
    }

    private String cpuModel() {
        return lines("proc/cpuinfo")
                .filter(line -> line.startsWith("model name") && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }

    private String operatingSystem() {
        return lines("etc/os-release")
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(12).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private String firstLine(String file) {
        return lines(file).findFirst().orElse("").strip();
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file)).stream();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
