package dev.bulkhead.libvirt;

import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.contract.DaemonBackstage;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A Linux machine that is booted once and from then on restored as it was after its boot, which takes a second instead of ten. One at a
 * time. Beside its screen and its serial line it has a way in of the tests' own.
 */
final class RestoredGuests extends DaemonBackstage<LibvirtDaemon> {

    private static final String NAME = "restored";

    /**
     * Holds the way open in between: closing it would throw away what the next one has sent already. A shell ends when nobody is
     * connected.
     */
    private static final String LISTEN = "[ -e /tmp/in ] || { >/tmp/in;"
            + " { exec 3<>/dev/vport0p1; while :; do sh <&3 >&3 2>&3; sleep 0.1; done; } & }\n";

    private final QemuBackstage machines = new QemuBackstage(true);
    private final Path way = daemon.directory().resolve("vnc/in.sock");
    private final Path memory = daemon.directory().resolve("pool/restored.memory");

    RestoredGuests() {
        super(TestEngines.libvirt());
    }

    @Override
    public Engine open() {
        return machines.open();
    }

    @Override
    public InstanceKind kind() {
        return machines.kind();
    }

    @Override
    public String makeGuest(String name) {
        if (!Files.exists(memory)) {
            boot();
            daemon.virsh("save", "--domain", NAME, "--file", memory.toString());
        }
        daemon.virsh("restore", "--file", memory.toString());
        return daemon.virsh("domuuid", "--domain", NAME).strip();
    }

    @Override
    public void start(String localId) {
        machines.start(localId);
    }

    @Override
    public void stop(String localId) {
        machines.stop(localId);
    }

    @Override
    public void remove(String localId) {
        if (daemon.virsh("list", "--uuid").contains(localId)) {
            stop(localId);
        }
    }

    @Override
    public void rename(String localId, String name) {
        machines.rename(localId, name);
    }

    @Override
    public String inside(String localId, String line) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(way))) {
            String marked = "echo BEG''IN; " + line + "\necho EN''D\n";
            channel.write(ByteBuffer.wrap(marked.getBytes(StandardCharsets.UTF_8)));
            StringBuilder output = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(1024);
            while (output.indexOf("END\n") < 0) {
                if (channel.read(buffer.clear()) < 0) {
                    throw new EOFException("the machine ended: " + output);
                }
                output.append(StandardCharsets.UTF_8.decode(buffer.flip()));
            }
            return output.substring(output.indexOf("BEGIN\n") + "BEGIN\n".length(), output.indexOf("END\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void boot() {
        daemon.startGuest(NAME, """
                <channel type="unix">
                  <source mode="bind" path="%s"/>
                  <target type="virtio" name="in"/>
                </channel>
                """.formatted(way));
        // Kept open: the machine takes a line that nobody holds for one that is not plugged in.
        try (OutputStream terminal = Files.newOutputStream(
                Path.of(daemon.virsh("ttyconsole", "--domain", NAME).strip()))) {
            await("a shell on the serial line that lets us in")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(1, TimeUnit.SECONDS)
                    .until(() -> {
                        terminal.write(LISTEN.getBytes(StandardCharsets.UTF_8));
                        return isIn();
                    });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isIn() {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(way))) {
            channel.configureBlocking(false);
            channel.write(ByteBuffer.wrap("echo in\n".getBytes(StandardCharsets.UTF_8)));
            return await().atMost(Duration.ofSeconds(10))
                            .until(() -> channel.read(ByteBuffer.allocate(100)), count -> count != 0)
                    > 0;
        } catch (IOException | org.awaitility.core.ConditionTimeoutException notYet) {
            return false;
        }
    }
}
