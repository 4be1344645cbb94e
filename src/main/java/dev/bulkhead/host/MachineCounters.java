package dev.bulkhead.host;

import dev.bulkhead.engine.InterfaceCounters;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the machine that Bulkhead itself runs on uses, read from {@code /proc} (proc(5)). What cannot be read is left unknown. */
final class MachineCounters {

    /** The unit of /proc/stat: USER_HZ, which is 100 on every Linux that Java runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final long SECTOR = 512;
    private static final long KIBIBYTE = 1024;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1000;

    private final Path root;

    /** @param root {@code /}, or a copy of the files for a test */
    MachineCounters(Path root) {
        this.root = root;
    }

    Sample read() {
        Sample.Builder sample = new Sample.Builder();
        putCpu(sample);
        putMemory(sample);
        putDisks(sample);
        putNetwork(sample);
        putPressure(sample, "cpu", Meter.PRESSURE_CPU);
        putPressure(sample, "memory", Meter.PRESSURE_MEMORY);
        putPressure(sample, "io", Meter.PRESSURE_DISK);
        return sample.at(Instant.now());
    }

    private void putCpu(Sample.Builder sample) {
        for (String[] words : rows("proc/stat")) {
            // cpu user nice system idle iowait irq softirq steal guest guest_nice; guest time is within user's.
            if (words[0].equals("cpu") && words.length > 8) {
                long user = ticks(words, 1) + ticks(words, 2);
                long system = ticks(words, 3) + ticks(words, 6) + ticks(words, 7);
                sample.put(Meter.CPU_USER, user)
                        .put(Meter.CPU_SYSTEM, system)
                        .put(Meter.CPU_WAIT, ticks(words, 5))
                        .put(Meter.CPU_STEAL, ticks(words, 8))
                        .put(Meter.CPU_TIME, user + system + ticks(words, 8));
            }
        }
        for (String[] words : rows("proc/loadavg")) {
            sample.put(Meter.LOAD, Math.round(1000 * Double.parseDouble(words[0])));
        }
    }

    private void putMemory(Sample.Builder sample) {
        Map<String, Long> bytes = new HashMap<>();
        for (String[] words : rows("proc/meminfo")) {
            if (words.length == 3) {
                bytes.put(words[0], KIBIBYTE * Long.parseLong(words[1]));
            }
        }
        Long total = bytes.get("MemTotal:");
        Long available = bytes.get("MemAvailable:");
        Long free = bytes.get("MemFree:");
        if (total != null && available != null && free != null) {
            sample.put(Meter.MEMORY_LIMIT, total)
                    .put(Meter.MEMORY_USED, total - available)
                    .put(Meter.MEMORY_CACHE, available - free)
                    .put(Meter.SWAP_USED, bytes.getOrDefault("SwapTotal:", 0L) - bytes.getOrDefault("SwapFree:", 0L));
        }
    }

    /** Whole disks that a driver stands behind; what lies on them, such as mapped volumes, would be counted twice. */
    private void putDisks(Sample.Builder sample) {
        for (String[] words : rows("proc/diskstats")) {
            if (words.length > 10 && Files.exists(root.resolve("sys/block/" + words[2] + "/device"))) {
                sample.add(Meter.DISK_READS, Long.valueOf(words[3]))
                        .add(Meter.DISK_READ_BYTES, SECTOR * Long.parseLong(words[5]))
                        .add(Meter.DISK_READ_TIME, NANOS_PER_MILLI * Long.parseLong(words[6]))
                        .add(Meter.DISK_WRITES, Long.valueOf(words[7]))
                        .add(Meter.DISK_WRITTEN_BYTES, SECTOR * Long.parseLong(words[9]))
                        .add(Meter.DISK_WRITE_TIME, NANOS_PER_MILLI * Long.parseLong(words[10]));
            }
        }
    }

    private void putNetwork(Sample.Builder sample) {
        Set<String> outward = outwardInterfaces();
        for (String line : lines("proc/net/dev")) {
            InterfaceCounters.parse(line)
                    .filter(counters -> outward.contains(counters.name()))
                    .ifPresent(counters -> counters.addTo(sample));
        }
    }

    /** Those that a driver stands behind; in a guest without one, those that lead to everywhere. Bridges and taps carry the same again. */
    private Set<String> outwardInterfaces() {
        Set<String> physical = new HashSet<>();
        for (String line : lines("proc/net/dev")) {
            String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip();
            if (!name.isEmpty() && Files.exists(root.resolve("sys/class/net/" + name + "/device"))) {
                physical.add(name);
            }
        }
        if (physical.isEmpty()) {
            for (String[] words : rows("proc/net/route")) {
                if (words.length > 1 && words[1].equals("00000000")) {
                    physical.add(words[0]);
                }
            }
        }
        return physical;
    }

    private void putPressure(Sample.Builder sample, String resource, Meter meter) {
        for (String[] words : rows("proc/pressure/" + resource)) {
            String total = words[words.length - 1];
            if (words[0].equals("some") && total.startsWith("total=")) {
                sample.put(meter, NANOS_PER_MICRO * Long.parseLong(total.substring("total=".length())));
            }
        }
    }

    private static long ticks(String[] words, int field) {
        return NANOS_PER_TICK * Long.parseLong(words[field]);
    }

    private List<String[]> rows(String file) {
        return lines(file).stream().map(line -> line.strip().split("\\s+")).toList();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException absent) {
            return List.of();
        }
    }
}
