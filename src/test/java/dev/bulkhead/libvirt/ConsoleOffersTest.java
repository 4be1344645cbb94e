package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.ConsoleKind;
import dev.bulkhead.engine.ConsoleOffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleOffersTest {

    private static final String SCREEN = "<graphics type='vnc' port='5900' listen='127.0.0.1'/>";
    private static final String LINE = """
            <serial type='pty'><source path='/dev/pts/1'/><alias name='serial0'/></serial>
            <console type='pty'><target type='serial'/><alias name='serial0'/></console>
            """;

    @TempDir
    Path directory;

    private LibvirtUri local = LibvirtUri.of(URI.create("qemu:///system?socket=/nowhere/sock"));

    @BeforeEach
    void daemon() throws IOException {
        Path socket = Files.createFile(directory.resolve("libvirt-sock"));
        local = LibvirtUri.of(URI.create("qemu+unix:///system?socket=" + socket));
    }

    @Test
    void screensComeBeforeLines() {
        assertThat(offers(Driver.QEMU, local, LINE + SCREEN, true))
                .containsExactly(usable(ConsoleKind.SCREEN, "vnc"), usable(ConsoleKind.SERIAL, "serial0"));
    }

    @Test
    void aFurtherConsoleIsALineOfItsOwn() {
        String second = "<console type='pty'><target type='virtio'/></console>";

        assertThat(offers(Driver.QEMU, local, LINE + second, true))
                .containsExactly(usable(ConsoleKind.SERIAL, "serial0"), usable(ConsoleKind.SERIAL, "console1"));
    }

    @Test
    void ofAMachineThatDoesNotRunNothingButItsLogCanBeOpened() throws IOException {
        Path log = Files.writeString(directory.resolve("serial.log"), "said\n");
        String logged = "<serial type='pty'><log file='" + log + "'/></serial>";

        assertThat(offers(Driver.QEMU, local, SCREEN + logged, false))
                .containsExactly(
                        unusable(ConsoleKind.SCREEN, "vnc", ConsoleOffers.NOT_RUNNING),
                        unusable(ConsoleKind.SERIAL, "serial0", ConsoleOffers.NOT_RUNNING),
                        usable(ConsoleKind.LOGS, "serial0"));
    }

    @Test
    void aLogThatIsNoFileOfThisMachineIsNotOffered() {
        String logged = "<serial type='pty'><log file='%s'/></serial>";

        assertThat(offers(Driver.QEMU, local, logged.formatted(directory) + logged.formatted("/nowhere/x"), true))
                .extracting(ConsoleOffer::kind)
                .containsOnly(ConsoleKind.SERIAL);
    }

    @Test
    void spiceIsRefusedInWordsUnlessThereIsVncBesideIt() {
        String spice = "<graphics type='spice' port='5900'/>";

        assertThat(offers(Driver.QEMU, local, spice, true)).singleElement().satisfies(offer -> {
            assertThat(offer.port()).isEqualTo("spice");
            assertThat(offer.unavailable()).contains("\"spice\"").contains("second screen of the type \"vnc\"");
        });
        assertThat(offers(Driver.QEMU, local, spice + SCREEN, true))
                .containsExactly(usable(ConsoleKind.SCREEN, "vnc1"));
    }

    @Test
    void aLineThatGoesElsewhereSaysWhere() {
        assertThat(offers(Driver.QEMU, local, "<serial type='tcp'/>", true))
                .singleElement()
                .satisfies(offer -> assertThat(offer.unavailable()).contains("(tcp)"));
    }

    @Test
    void ofAnotherHostOnlyScreensThatListenToOthersCanBeShown() {
        LibvirtUri remote = LibvirtUri.of(URI.create("qemu+ssh://root@far/system"));
        String open = "<graphics type='vnc' port='5901'><listen type='address' address='0.0.0.0'/></graphics>";

        assertThat(offers(Driver.QEMU, remote, SCREEN + open + LINE, true))
                .satisfiesExactly(
                        loopback -> assertThat(loopback.unavailable()).contains("only on its own host"),
                        wide -> assertThat(wide).isEqualTo(usable(ConsoleKind.SCREEN, "vnc1")),
                        line -> assertThat(line.unavailable()).contains("another host"));
    }

    @Test
    void aDriverWithoutADaemonPassesNothingOn() {
        LibvirtUri inProcess = LibvirtUri.of(URI.create("test:///default"));

        assertThat(offers(Driver.TEST, inProcess, SCREEN + LINE, true))
                .extracting(ConsoleOffer::unavailable)
                .doesNotContainNull();
    }

    @Test
    void aContainersLineIsItsConsole() {
        assertThat(offers(Driver.LXC, local, "<console type='pty'><target type='lxc'/></console>", true))
                .containsExactly(usable(ConsoleKind.CONSOLE, "console0"));
    }

    private static List<ConsoleOffer> offers(Driver driver, LibvirtUri uri, String devices, boolean runs) {
        return new ConsoleOffers(driver, uri)
                .of(ConsoleDevices.read("<domain><devices>" + devices + "</devices></domain>"), runs);
    }

    private static ConsoleOffer usable(ConsoleKind kind, String port) {
        return new ConsoleOffer(kind, port, false, null);
    }

    private static ConsoleOffer unusable(ConsoleKind kind, String port, String why) {
        return new ConsoleOffer(kind, port, false, why);
    }
}
