package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.testing.LibvirtDaemon;
import dev.bulkhead.testing.TestEngines;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A daemon that dies again and again, and one that falls silent. */
class LibvirtOutageTest {

    private static final int OUTAGES = 20;

    private final LibvirtDaemon daemon = TestEngines.newLibvirt();
    private final Engine engine = QemuBackstage.engine(daemon.uri());
    private final List<Change> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        engine.close();
        daemon.close();
    }

    @Test
    void twentyDeathsLeaveThreadsAndDescriptorsAsTheyWere() {
        outage(1);
        int threads = libvirtThreads();
        long descriptors = descriptors();

        for (int i = 2; i <= OUTAGES; i++) {
            outage(i);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(libvirtThreads()).isEqualTo(threads));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(descriptors()).isBetween(descriptors - 4, descriptors + 4));
    }

    @Test
    void silenceIsALossWithinFifteenSecondsAndEndsByItself() {
        subscribe();
        daemon.freeze();
        try {
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(told).hasExactlyElementsOfTypes(Change.Lost.class));
        } finally {
            daemon.thaw();
        }
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptionsInstanceOf(EngineException.class)
                .untilAsserted(() -> assertThat(engine.instances().list()).isEmpty());
    }

    @Test
    void aMachineWithoutLibvirtSaysWhatToInstall() {
        EngineId id = new EngineId("bare");
        try (Connections connections = new Connections(
                id,
                new LibvirtUri(URI.create("qemu:///system")),
                () -> {
                    throw new UnsatisfiedLinkError("libvirt.so.0: cannot open shared object file");
                },
                true)) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> connections.call(Connection::isRetired))
                    .withMessageContaining("libvirt0")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNSUPPORTED));
        }
    }

    private void outage(int number) {
        subscribe();
        daemon.kill();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(told).hasSize(number));
        assertThat(told.getLast()).isInstanceOf(Change.Lost.class);
        daemon.start();
        assertThat(engine.instances().list()).isEmpty();
    }

    private void subscribe() {
        engine.changes().orElseThrow().subscribe(change -> {
            if (change instanceof Change.Lost) {
                told.add(change);
            }
        });
    }

    private static int libvirtThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("libvirt-"))
                .count();
    }

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
