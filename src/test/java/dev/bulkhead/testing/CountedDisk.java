package dev.bulkhead.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * A small empty disk for one guest of an engine, of which the kernel counts for each control group what is read and written. With control
 * groups version 1 it does so only for disks on which some group has a limit (since Linux 6.10), so the engine's own group gets one here
 * that nothing ever reaches; the machine's real disks stay as they are.
 */
public final class CountedDisk implements AutoCloseable {

    private static final int SIZE = 16 << 20;
    private static final long UNREACHED = 1L << 40;

    private final CommandLine losetup = new CommandLine(List.of("losetup"), Map.of());
    private final String device;

    public CountedDisk(EngineDaemon engine) {
        Path file = engine.directory().resolve("counted.img");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(SIZE);
            device = losetup.run("--find", "--show", file.toString()).strip();
            Path limit = Path.of(
                    "/sys/fs/cgroup/blkio/bulkhead-test-" + engine.directory().getFileName(),
                    "blkio.throttle.write_bps_device");
            if (Files.exists(limit)) {
                Files.writeString(limit, number() + " " + UNREACHED, StandardOpenOption.WRITE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its file below {@code /dev}. */
    public String device() {
        return device;
    }

    /** As control groups call it: {@code 7:0}. */
    private String number() throws IOException {
        Path name = Path.of(device).getFileName();
        return Files.readString(Path.of("/sys/class/block", name.toString(), "dev"))
                .strip();
    }

    @Override
    public void close() {
        losetup.run("--detach", device);
    }
}
