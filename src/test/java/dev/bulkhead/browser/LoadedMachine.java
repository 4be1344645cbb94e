package dev.bulkhead.browser;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.LinuxGuest;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A virtual machine of libvirt, told what to do on its serial line; it talks to the host's side of its network. */
final class LoadedMachine implements LoadedGuest {

    private static final String NAME = "loaded-vm";
    private static final int DISK = 16 << 20;
    private static final double NANOS = 1e9;
    private static final double KIBIBYTE = 1024;

    private static final String DEVICES = """
            <memballoon model="virtio"><stats period="1"/></memballoon>
            <disk type="file" device="disk">
              <driver name="qemu" type="raw"/>
              <source file="%s"/>
              <target dev="vda" bus="virtio"/>
            </disk>
            """;

    private final LibvirtDaemon libvirt = TestEngines.libvirt();
    private final Path disk = libvirt.directory().resolve("pool/loaded.img");
    private final String id;
    private final OutputStream line;
    private final StringBuffer answers = new StringBuffer();

    /** Begins to boot. */
    LoadedMachine() {
        try (RandomAccessFile content = new RandomAccessFile(disk.toFile(), "rw")) {
            content.setLength(DISK);
            libvirt.startGuest(NAME, LinuxGuest.NETWORK_CARD, DEVICES.formatted(disk));
            id = libvirt.virsh("domuuid", "--domain", NAME).strip();
            Path terminal =
                    Path.of(libvirt.virsh("ttyconsole", "--domain", NAME).strip());
            // Kept open: the machine takes a line that nobody holds for one that is not plugged in.
            line = Files.newOutputStream(terminal);
            // A line that nobody reads holds up who writes to it.
            Thread.ofPlatform().daemon().start(() -> listen(terminal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(Path terminal) {
        try (Reader reader = Files.newBufferedReader(terminal, StandardCharsets.ISO_8859_1)) {
            for (int character = reader.read(); character >= 0; character = reader.read()) {
                answers.append((char) character);
            }
        } catch (IOException ended) {
            // So did the machine.
        }
    }

    void awaitSystem() {
        await("the guest's lease")
                .atMost(Duration.ofSeconds(90))
                .until(() -> !libvirt.virsh("domifaddr", "--domain", NAME).isBlank());
        await("the guest's shell")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    type("echo he''re\n");
                    return answers.indexOf("here") >= 0;
                });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "instances/atlas-libvirt." + id;
    }

    @Override
    public void work() {
        type("\n" + LoadedGuest.loads("/dev/vda", "192.168.150.1"));
    }

    @Override
    public void rest() {
        type(END_ALL + "\n");
    }

    private void type(String lines) {
        try {
            line.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<Figure, Double> told() {
        Map<String, Double> stats = new HashMap<>();
        libvirt.virsh("domstats", NAME)
                .lines()
                .map(text -> text.strip().split("=", 2))
                .forEach(pair -> {
                    if (pair.length == 2 && pair[1].matches("\\d+")) {
                        stats.put(pair[0], Double.valueOf(pair[1]));
                    }
                });
        return Map.of(
                Figure.CPU,
                stats.getOrDefault("cpu.time", 0.0) / NANOS,
                Figure.MEMORY,
                (stats.getOrDefault("balloon.available", 0.0) - stats.getOrDefault("balloon.usable", 0.0)) * KIBIBYTE,
                Figure.WRITTEN,
                stats.getOrDefault("block.0.wr.bytes", 0.0),
                Figure.IN,
                stats.getOrDefault("net.0.rx.bytes", 0.0),
                Figure.OUT,
                stats.getOrDefault("net.0.tx.bytes", 0.0));
    }

    @Override
    public void close() {
        try (line) {
            libvirt.virsh("destroy", "--domain", NAME);
            libvirt.virsh("undefine", "--domain", NAME);
            Files.deleteIfExists(disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
