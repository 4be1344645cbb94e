package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibvirtUriTest {

    @ParameterizedTest
    @CsvSource({
        "qemu:///system, qemu:///system",
        "qemu+unix:///system?socket=/nowhere/sock, qemu:///system",
        "QEMU+unix:///session, qemu:///session",
        "test+unix:///etc/machines.xml, test:///etc/machines.xml"
    })
    void theDaemonKnowsItWithoutTheWayToIt(String uri, String atDaemon) {
        assertThat(LibvirtUri.of(URI.create(uri)).atDaemon()).isEqualTo(atDaemon);
    }

    @Test
    void itsSocketIsTheOneThatWasGiven() {
        assertThat(LibvirtUri.of(URI.create("qemu+unix:///system?socket=/nowhere/sock"))
                        .socket())
                .hasValue(Path.of("/nowhere/sock"));
    }

    @ParameterizedTest
    @CsvSource({"test:///default", "qemu+ssh://far/system", "qemu+tls://far/system"})
    void aDriverInThisProcessAndAnotherHostHaveNoSocketHere(String uri) {
        assertThat(LibvirtUri.of(URI.create(uri)).socket()).isEmpty();
    }
}
