package dev.bulkhead.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The control groups of one container that runs on this very machine (cgroups(7)): one of version 2, or one a controller of version 1. The
 * names of files are the kernel's.
 */
public abstract sealed class ControlGroup permits ControlGroup.Unified, ControlGroup.Split {

    private static final String HIERARCHIES = "sys/fs/cgroup";

    private final Path root;

    private ControlGroup(Path root) {
        this.root = root;
    }

    /**
     * @param root {@code /}, or a copy of the files for a test
     * @param home below each hierarchy
     * @return empty where there is no such group
     */
    public static Optional<ControlGroup> at(Path root, String home) {
        Path hierarchies = root.resolve(HIERARCHIES);
        if (Files.exists(hierarchies.resolve("memory").resolve(home).resolve("memory.usage_in_bytes"))) {
            return Optional.of(new Split(root, home));
        }
        Path unified = hierarchies.resolve(home);
        return Files.exists(unified.resolve("memory.current"))
                ? Optional.of(new Unified(root, unified))
                : Optional.empty();
    }

    /** Below which the groups are that memory is counted in: the hierarchy of version 2, or version 1's of that controller. */
    public static Path memory(Path root) {
        Path hierarchies = root.resolve(HIERARCHIES);
        Path split = hierarchies.resolve("memory");
        return Files.exists(split.resolve("memory.usage_in_bytes")) ? split : hierarchies;
    }

    /** With the counters of the network that its first process is in. @throws IOException when it is gone */
    public Sample read() throws IOException {
        Sample.Builder sample = new Sample.Builder();
        read(sample);
        String process = Files.readAllLines(processes()).stream()
                .findFirst()
                .orElseThrow(() -> new IOException("Nothing runs in it itself"));
        addNetwork(sample, root.resolve("proc/" + process));
        return sample.at(Instant.now());
    }

    /** Puts all but the network. @throws IOException when it is gone */
    public abstract void read(Sample.Builder sample) throws IOException;

    abstract Path processes();

    /** Without file pages that nothing uses just now, as {@code docker stats} has it. */
    void putMemory(Sample.Builder sample, long usage, long inactiveFile, String limit) throws IOException {
        long used = Math.max(0, usage - inactiveFile);
        long there = 1024 * field(root.resolve("proc/meminfo"), "MemTotal:");
        sample.put(Meter.MEMORY_USED, used)
                .put(Meter.MEMORY_CACHE, usage - used)
                .put(Meter.MEMORY_LIMIT, limit.equals("max") ? there : Math.min(there, Long.parseLong(limit)));
    }

    static long number(Path file) throws IOException {
        return Long.parseLong(text(file));
    }

    static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }

    /** @return 0 where there is none of that name */
    static long field(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split("\\s+");
            if (words[0].equals(name)) {
                return Long.parseLong(words[1]);
            }
        }
        return 0;
    }

    /** A container that shares the machine's own network has no counters of its own. */
    private void addNetwork(Sample.Builder sample, Path process) throws IOException {
        Object network = network(process);
        if (network.equals(network(root.resolve("proc/1"))) || network.equals(network(root.resolve("proc/self")))) {
            return;
        }
        for (String line : Files.readAllLines(process.resolve("net/dev"))) {
            InterfaceCounters.parse(line)
                    .filter(counters -> !counters.name().equals("lo"))
                    .ifPresent(counters -> counters.addTo(sample));
        }
    }

    /** The file that tells of a network is one and the same for all processes in it; to look at its name would take more rights. */
    private static Object network(Path process) throws IOException {
        return Objects.requireNonNull(Files.readAttributes(process.resolve("net/dev"), BasicFileAttributes.class)
                .fileKey());
    }

    /** Version 2. */
    static final class Unified extends ControlGroup {

        private static final Map<String, Meter> DISK = Map.of(
                "rbytes", Meter.DISK_READ_BYTES,
                "wbytes", Meter.DISK_WRITTEN_BYTES,
                "rios", Meter.DISK_READS,
                "wios", Meter.DISK_WRITES);

        private final Path group;

        Unified(Path root, Path group) {
            super(root);
            this.group = group;
        }

        @Override
        Path processes() {
            return group.resolve("cgroup.procs");
        }

        @Override
        public void read(Sample.Builder sample) throws IOException {
            sample.put(Meter.CPU_TIME, 1000 * field(group.resolve("cpu.stat"), "usage_usec"));
            putMemory(
                    sample,
                    number(group.resolve("memory.current")),
                    field(group.resolve("memory.stat"), "inactive_file"),
                    text(group.resolve("memory.max")));
            sample.put(Meter.PROCESSES, number(group.resolve("pids.current")));
            DISK.values().forEach(meter -> sample.put(meter, 0L));
            for (String device : Files.readAllLines(group.resolve("io.stat"))) {
                for (String pair : device.split("\\s+")) {
                    int end = pair.indexOf('=');
                    Meter meter = end < 0 ? null : DISK.get(pair.substring(0, end));
                    if (meter != null) {
                        sample.add(meter, Long.valueOf(pair.substring(end + 1)));
                    }
                }
            }
        }
    }

    /** Version 1. */
    static final class Split extends ControlGroup {

        private static final String DISKS = "blkio";

        private final Path hierarchies;
        private final String home;

        Split(Path root, String home) {
            super(root);
            this.hierarchies = root.resolve(HIERARCHIES);
            this.home = home;
        }

        @Override
        Path processes() {
            return group("memory").resolve("cgroup.procs");
        }

        @Override
        public void read(Sample.Builder sample) throws IOException {
            Path memory = group("memory");
            sample.put(Meter.CPU_TIME, number(group("cpuacct").resolve("cpuacct.usage")));
            putMemory(
                    sample,
                    number(memory.resolve("memory.usage_in_bytes")),
                    field(memory.resolve("memory.stat"), "total_inactive_file"),
                    text(memory.resolve("memory.limit_in_bytes")));
            sample.put(Meter.PROCESSES, number(group("pids").resolve("pids.current")));
            addDisks(
                    sample,
                    "blkio.throttle.io_service_bytes_recursive",
                    Meter.DISK_READ_BYTES,
                    Meter.DISK_WRITTEN_BYTES);
            addDisks(sample, "blkio.throttle.io_serviced_recursive", Meter.DISK_READS, Meter.DISK_WRITES);
        }

        /** Nothing is put where nothing is counted, since that is not the same as 0. */
        private void addDisks(Sample.Builder sample, String file, Meter read, Meter written) throws IOException {
            List<String[]> counts = counts(group(DISKS).resolve(file));
            if (counts.isEmpty()
                    && counts(hierarchies.resolve(DISKS).resolve(file)).isEmpty()) {
                return;
            }
            sample.put(read, 0L).put(written, 0L);
            for (String[] words : counts) {
                if (words[1].equals("Read")) {
                    sample.add(read, Long.valueOf(words[2]));
                } else if (words[1].equals("Write")) {
                    sample.add(written, Long.valueOf(words[2]));
                }
            }
        }

        /** A line a disk and kind of request. Since Linux 6.10 a disk is counted only once some group has a limit on it; the topmost group names all that are. */
        private static List<String[]> counts(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words.length == 3)
                    .toList();
        }

        private Path group(String controller) {
            return hierarchies.resolve(controller).resolve(home);
        }
    }
}
