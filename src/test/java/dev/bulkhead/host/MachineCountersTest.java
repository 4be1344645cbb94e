package dev.bulkhead.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCountersTest {

    @TempDir
    Path root;

    @Test
    void readsThisMachine() {
        Sample sample = new MachineCounters(Path.of("/")).read();

        assertThat(sample.get(Meter.CPU_TIME))
                .isPositive()
                .isEqualTo(sample.get(Meter.CPU_USER) + sample.get(Meter.CPU_SYSTEM) + sample.get(Meter.CPU_STEAL));
        assertThat(sample.get(Meter.MEMORY_LIMIT)).isGreaterThan(sample.get(Meter.MEMORY_USED));
        assertThat(sample.get(Meter.LOAD)).isNotNull();
        assertThat(sample.get(Meter.NETWORK_IN_BYTES)).isNotNull();
    }

    @Test
    void countsEachThingOnce() throws IOException {
        write("proc/stat", "cpu  100 20 30 400 50 1 2 3 40 0\ncpu0 100 20 30 400 50 1 2 3 40 0\n");
        write("proc/loadavg", "1.25 0.50 0.10 2/300 4000\n");
        write(
                "proc/meminfo",
                "MemTotal: 100 kB\nMemFree: 20 kB\nMemAvailable: 60 kB\nSwapTotal: 10 kB\nSwapFree: 7 kB\n");
        write(
                "proc/diskstats",
                "8 0 sda 10 0 100 5 20 0 200 7 0 0 0\n8 1 sda1 9 0 90 4 19 0 190 6 0 0 0\n253 0 dm-0 9 0 90 4 19 0 190 6 0 0 0\n");
        write(
                "proc/net/dev",
                "  eth0: 100 1 0 0 0 0 0 0 200 2 0 0 0 0 0 0\nvnet1: 70 1 0 0 0 0 0 0 70 1 0 0 0 0 0 0\n");
        write(
                "proc/pressure/io",
                "some avg10=0.00 avg60=0.00 avg300=0.00 total=12\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=5\n");
        Files.createDirectories(root.resolve("sys/block/sda/device"));
        Files.createDirectories(root.resolve("sys/class/net/eth0/device"));

        Sample sample = new MachineCounters(root).read();

        assertThat(sample.get(Meter.CPU_USER)).isEqualTo(1_200_000_000);
        assertThat(sample.get(Meter.CPU_SYSTEM)).isEqualTo(330_000_000);
        assertThat(sample.get(Meter.CPU_WAIT)).isEqualTo(500_000_000);
        assertThat(sample.get(Meter.CPU_TIME)).isEqualTo(1_560_000_000);
        assertThat(sample.get(Meter.LOAD)).isEqualTo(1250);
        assertThat(sample.get(Meter.MEMORY_USED)).isEqualTo(40 * 1024);
        assertThat(sample.get(Meter.MEMORY_CACHE)).isEqualTo(40 * 1024);
        assertThat(sample.get(Meter.SWAP_USED)).isEqualTo(3 * 1024);
        assertThat(sample.get(Meter.DISK_READ_BYTES)).isEqualTo(100 * 512);
        assertThat(sample.get(Meter.DISK_WRITE_TIME)).isEqualTo(7_000_000);
        assertThat(sample.get(Meter.NETWORK_OUT_BYTES)).isEqualTo(200);
        assertThat(sample.get(Meter.PRESSURE_DISK)).isEqualTo(12_000);
        assertThat(sample.get(Meter.PRESSURE_CPU)).isNull();
    }

    @Test
    void inAGuestWithoutCardsTheWayOutCounts() throws IOException {
        write(
                "proc/net/dev",
                "  eth0: 100 1 0 0 0 0 0 0 200 2 0 0 0 0 0 0\ndocker0: 70 1 0 0 0 0 0 0 70 1 0 0 0 0 0 0\n");
        write("proc/net/route", "Iface Destination Gateway\neth0 00000000 0102A8C0\ndocker0 000011AC 00000000\n");

        assertThat(new MachineCounters(root).read().get(Meter.NETWORK_IN_BYTES)).isEqualTo(100);
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
