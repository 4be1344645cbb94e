package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.testing.Fixtures;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real machine with several lines, of which the host keeps what the first prints. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QemuLinesTest {

    private static final String MACHINE = """
            <domain type="qemu">
              <name>lines</name>
              <memory unit="MiB">192</memory>
              <os>
                <type arch="x86_64" machine="q35">hvm</type>
                <kernel>%s</kernel>
                <initrd>%s</initrd>
                <cmdline>console=ttyS0 quiet</cmdline>
              </os>
              <devices>
                <serial type="pty"><log file="%s"/><target port="0"/></serial>
                <serial type="pty"><target port="1"/></serial>
                <console type="pty"><target type="serial" port="0"/></console>
                <console type="pty"><target type="virtio" port="1"/></console>
              </devices>
            </domain>
            """;

    private final LibvirtDaemon daemon = TestEngines.libvirt();
    private final Engine engine = QemuBackstage.engine(daemon.uri());
    private final Consoles consoles = engine.consoles().orElseThrow();
    private String id = "";

    @BeforeEach
    void start() {
        daemon.virshWith(
                MACHINE.formatted(
                        Fixtures.file("vmlinuz"),
                        Fixtures.file("initramfs.cpio.gz"),
                        daemon.directory().resolve("log/lines.log")),
                "create");
        id = daemon.virsh("domuuid", "--domain", "lines").strip();
    }

    @AfterEach
    void end() {
        engine.close();
        daemon.virsh("destroy", "--domain", id);
    }

    @Test
    void eachLineIsOpenedByItsNameAndTheFirstOnesLogIsFollowed() throws IOException {
        assertThat(consoles.offers(id))
                .containsExactly(
                        usable(ConsoleKind.SERIAL, "serial0"),
                        usable(ConsoleKind.SERIAL, "serial1"),
                        usable(ConsoleKind.SERIAL, "console1"),
                        usable(ConsoleKind.LOGS, "serial0"));

        try (ConsoleConnection first = open("serial0");
                ConsoleConnection second = open("serial1");
                ConsoleConnection third = open("console1");
                ConsoleConnection log = consoles.open(id, ConsoleRequest.logs(Logs.ALL))) {
            assertThat(first.label()).isEqualTo("serial0");
            assertThat(second.label()).isEqualTo("serial1");
            assertThat(third.label()).isEqualTo("console1");
            assertFails("serial1", ErrorKind.CONFLICT);
            assertFails("serial7", ErrorKind.UNSUPPORTED);

            awaitText(first, "Guest is ready");
            awaitText(log, "Guest is ready");
            first.write(ByteBuffer.wrap("echo spoken > /dev/ttyS1\n".getBytes(StandardCharsets.UTF_8)));
            awaitText(second, "spoken");
        }
    }

    private ConsoleConnection open(String port) {
        return consoles.open(id, ConsoleRequest.of(ConsoleKind.SERIAL, port));
    }

    private void assertFails(String port, ErrorKind kind) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> open(port))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static void awaitText(ConsoleConnection connection, String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        while (seen.indexOf(text) < 0) {
            assertThat(connection.read(buffer.clear())).as(seen.toString()).isPositive();
            seen.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
        }
    }

    private static ConsoleOffer usable(ConsoleKind kind, String port) {
        return new ConsoleOffer(kind, port, false, null);
    }
}
