package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.InvalidSettingsException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibvirtFactoryTest {

    private final LibvirtFactory factory = new LibvirtFactory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qemu:///session",
                "qemu+unix:///system?socket=/nowhere/libvirt-sock",
                "qemu+ssh://admin@hv1.example/system",
                "qemu+tls://hv1.example/system",
                "test:///default",
                "xen:///system",
                "lxc:///system"
            })
    void takesWhatLibvirtSpeaksWithoutConnecting(String uri) {
        try (var engine = factory.create(new EngineId("one"), settings(uri))) {
            assertThat(engine.id()).isEqualTo(new EngineId("one"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
                    qemu:system no_libvirt_URI
                    qemu://host no_libvirt_URI
                    /run/libvirt/libvirt-sock no_libvirt_URI
                    http://host/system no_driver_"http"
                    qemu+pigeon://host/system no_transport_"pigeon"
                    """)
    void refusesWhatCanNeverWorkWithTheFaultAndARemedy(String uri, String fault) {
        assertThatExceptionOfType(InvalidSettingsException.class)
                .isThrownBy(() -> factory.create(new EngineId("one"), settings(uri)))
                .withMessageContaining(fault.replace('_', ' '))
                .withMessageContaining("looks like qemu:///system")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "qemu:///system, true",
        "test:///default, true",
        "qemu+unix:///system?socket=/x, true",
        "qemu+ssh:///system, false",
        "qemu+ssh://root@host/system, false",
        "qemu://host/system, false"
    })
    void knowsWhichMachineIsMeant(URI uri, boolean local) {
        assertThat(LocalMachine.isMeantBy(uri)).isEqualTo(local);
    }

    @Test
    void discoversOnlyItsOwnKind() {
        assertThat(factory.discover())
                .allSatisfy(settings -> assertThat(settings.kind()).isEqualTo(EngineKind.LIBVIRT));
    }

    private static EngineSettings settings(String uri) {
        return new EngineSettings(EngineKind.LIBVIRT, URI.create(uri));
    }
}
