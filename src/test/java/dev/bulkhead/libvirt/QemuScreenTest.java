package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import dev.bulkhead.engine.ConsoleRequest;
import dev.bulkhead.engine.Consoles;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Screens.Screenshot;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Screens of real machines, which show their firmware. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class QemuScreenTest {

    private static final byte NONE = 1;
    private static final byte CHALLENGE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS = 20;

    private final LibvirtDaemon daemon = TestEngines.libvirt();
    private final Engine engine = QemuBackstage.engine(daemon.uri());
    private final Consoles consoles = engine.consoles().orElseThrow();
    private final Path socket = daemon.directory().resolve("vnc/screen.sock");
    private String id = "";

    @BeforeEach
    void start() {
        start("<graphics type='vnc' passwd='geheim'><listen type='socket' socket='" + socket + "'/></graphics>"
                + "<video><model type='vga'/></video>");
    }

    @AfterEach
    void end() {
        engine.close();
        daemon.virsh("destroy", "--domain", id);
    }

    @Test
    void showsPixelsAndAsksForNoPassword() throws IOException {
        assertThat(consoles.offers(id)).containsExactly(new ConsoleOffer(ConsoleKind.SCREEN, "vnc", false, null));

        try (ConsoleConnection screen = open()) {
            assertThat(screen.password()).isEmpty();
            RfbProbe probe = new RfbProbe(screen);
            assertThat(probe.greet()).containsExactly(NONE);
            probe.enter();
            await().atMost(PATIENCE).until(probe::seesLight);
        }
    }

    @Test
    void ofTheSocketThePasswordIsKnownToUsAlone() {
        try (Connections connections = new Connections(engine.id(), uri(), EventLoop::library, false);
                OpenConsoles open = new OpenConsoles()) {
            connections.call(connection -> Domains.withExisting(connection, id, domain -> {
                ScreenElement screen =
                        ConsoleDevices.of(connection, domain, 0).screens().getFirst();
                assertThat(screen.password()).isEmpty();
                try (ConsoleConnection opened =
                        new ScreenOpener(connection, uri(), open).whereItListens(domain, screen)) {
                    assertThat(opened.password()).hasValue("geheim");
                    assertThat(new RfbProbe(opened).greet()).containsExactly(CHALLENGE);
                } catch (IOException failed) {
                    throw new AssertionError(failed);
                }
                return screen;
            }));
        }
    }

    @Test
    void manyOpenedAndClosedLeaveNothing() throws IOException {
        open().close();
        long threads = Thread.getAllStackTraces().size();
        long descriptors = descriptors();

        for (int round = 0; round < ROUNDS; round++) {
            try (ConsoleConnection screen = open()) {
                assertThat(new RfbProbe(screen).greet()).containsExactly(NONE);
            }
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(descriptors()).isLessThan(descriptors + ROUNDS / 2));
        assertThat(Thread.getAllStackTraces().size()).isLessThan((int) threads + ROUNDS / 2);
    }

    @Test
    void closingWakesTheReader() throws Exception {
        ConsoleConnection screen = open();
        assertThat(new RfbProbe(screen).greet()).isNotEmpty();
        CompletableFuture<Throwable> reading = reading(screen);

        screen.close();

        assertThat(reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    }

    @Test
    void theEnginesEndIsTheScreens() throws Exception {
        ConsoleConnection screen = open();
        assertThat(new RfbProbe(screen).greet()).isNotEmpty();

        engine.close();

        assertThatIOException().isThrownBy(() -> screen.read(ByteBuffer.allocate(1)));
    }

    @Test
    void aPowerCycleEndsTheScreenAndANewOneOpens() throws Exception {
        ConsoleConnection screen = open();
        assertThat(new RfbProbe(screen).greet()).isNotEmpty();
        CompletableFuture<Throwable> reading = reading(screen);
        String document = daemon.virsh("dumpxml", "--domain", id, "--security-info");

        daemon.virsh("destroy", "--domain", id);
        reading.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThatExceptionOfType(EngineException.class).isThrownBy(this::open);
        daemon.virshWith(document, "create");

        try (ConsoleConnection again = open()) {
            assertThat(new RfbProbe(again).greet()).containsExactly(NONE);
        }
    }

    @Test
    void aScreenOutlivesTheDaemonThatOpenedIt() throws IOException {
        try (ConsoleConnection screen = open()) {
            RfbProbe probe = new RfbProbe(screen);
            assertThat(probe.greet()).isNotEmpty();
            daemon.kill();
            try {
                probe.enter();
                await().atMost(PATIENCE).until(probe::seesLight);
            } finally {
                daemon.start();
            }
        }
    }

    @Test
    void thePictureIsOfWhatItShows() throws IOException {
        Screenshot picture = engine.screens().orElseThrow().screenshot(id).orElseThrow();

        assertThat(picture.type()).isEqualTo("image/png");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(image.getWidth()).isGreaterThan(100);
    }

    @Test
    void aMachineWithoutAScreenHasNoneToOpenAndNoPicture() {
        daemon.virsh("destroy", "--domain", id);
        start("");

        assertThat(consoles.offers(id)).isEmpty();
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::open)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED));
        assertThat(engine.screens().orElseThrow().screenshot(id)).isEmpty();
    }

    private void start(String devices) {
        daemon.virshWith("""
                <domain type="qemu">
                  <name>screen</name>
                  <memory unit="MiB">32</memory>
                  <os><type arch="x86_64" machine="q35">hvm</type></os>
                  <devices>%s</devices>
                </domain>
                """.formatted(devices), "create");
        id = daemon.virsh("domuuid", "--domain", "screen").strip();
    }

    private ConsoleConnection open() {
        return consoles.open(id, ConsoleRequest.of(ConsoleKind.SCREEN, ""));
    }

    private LibvirtUri uri() {
        return LibvirtUri.of(java.net.URI.create(daemon.uri()));
    }

    /** Reads on a virtual thread until that ends; with what, is the result, null for an orderly end. */
    private static CompletableFuture<Throwable> reading(ConsoleConnection screen) {
        CompletableFuture<Throwable> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                while (screen.read(ByteBuffer.allocate(1024)) >= 0) {
                    // Until the end.
                }
                result.complete(null);
            } catch (IOException | RuntimeException failed) {
                result.complete(failed);
            }
        });
        return result;
    }

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
