package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups of version 1, written down. */
class ControlGroupTest {

    private static final String BYTES = "blkio.throttle.io_service_bytes_recursive";
    private static final String REQUESTS = "blkio.throttle.io_serviced_recursive";
    private static final String NOTHING = "Total 0\n";
    private static final String WRITTEN = "254:0 Read 0\n254:0 Write 4096\n254:0 Total 4096\nTotal 4096\n";

    @TempDir
    Path root;

    @BeforeEach
    void makeGroup() throws IOException {
        write("proc/meminfo", "MemTotal:        1000 kB\n");
        write("sys/fs/cgroup/cpuacct/box/cpuacct.usage", "1500\n");
        write("sys/fs/cgroup/memory/box/memory.usage_in_bytes", "9000\n");
        write("sys/fs/cgroup/memory/box/memory.stat", "total_inactive_file 2000\n");
        write("sys/fs/cgroup/memory/box/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/pids/box/pids.current", "2\n");
    }

    @Test
    void whatIsWrittenIsCounted() throws IOException {
        writeDisks("", WRITTEN);
        writeDisks("box/", WRITTEN);

        assertThat(read().get(Meter.DISK_WRITTEN_BYTES)).isEqualTo(4096);
        assertThat(read().get(Meter.DISK_READ_BYTES)).isZero();
    }

    @Test
    void aGroupThatDidNothingHasWrittenNothing() throws IOException {
        writeDisks("", WRITTEN);
        writeDisks("box/", NOTHING);

        assertThat(read().get(Meter.DISK_WRITTEN_BYTES)).isZero();
    }

    @Test
    void whereNoDiskIsCountedNothingIsTold() throws IOException {
        writeDisks("", NOTHING);
        writeDisks("box/", NOTHING);

        assertThat(read().values()).doesNotContainKeys(Meter.DISK_WRITTEN_BYTES, Meter.DISK_READS);
        assertThat(read().get(Meter.MEMORY_USED)).isEqualTo(7000);
    }

    private Sample read() throws IOException {
        Sample.Builder sample = new Sample.Builder();
        ControlGroup.at(root, "box").orElseThrow().read(sample);
        return sample.at(Instant.EPOCH);
    }

    private void writeDisks(String group, String counts) throws IOException {
        write("sys/fs/cgroup/blkio/" + group + BYTES, counts);
        write("sys/fs/cgroup/blkio/" + group + REQUESTS, counts);
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
