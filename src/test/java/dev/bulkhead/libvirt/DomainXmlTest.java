package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainXmlTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux-running", "container", "of-a-newer-libvirt"})
    void readsAsWrittenBesideIt(String name) throws IOException {
        DomainXml read = DomainXml.read(resource(name + ".xml"));

        assertThat(render(read)).isEqualTo(resource(name + ".expected"));
    }

    @Test
    void whatIsMissingIsUnknown() {
        DomainXml read = DomainXml.read("<domain/>");

        assertThat(read.vcpus()).isNull();
        assertThat(read.memoryKib()).isNull();
        assertThat(read.disks()).isEmpty();
        assertThat(read.accelerated()).isNull();
    }

    @Test
    void absurdTextsAreCutButNotThroughACharacter() {
        String absurd = "x".repeat(DomainXml.LONGEST_TEXT - 1) + "🚀" + "y".repeat(1_000_000);

        DomainXml read = DomainXml.read("<domain><title>" + absurd + "</title></domain>");

        assertThat(read.title()).hasSize(DomainXml.LONGEST_TEXT).endsWith("x…");
    }

    @Test
    void absurdNumbersOfDevicesAreCutAndSaid() {
        DomainXml read = DomainXml.read("<domain><devices>" + "<disk/>".repeat(5000) + "</devices></domain>");

        assertThat(read.disks()).hasSize(DomainStats.MOST_DEVICES);
        assertThat(read.problem()).contains("5000 disks");
    }

    @Test
    void absurdAmountsOfMemoryAreUnknown() {
        assertThat(DomainXml.read("<domain><memory unit='TiB'>999999999999999999</memory></domain>")
                        .memoryKib())
                .isNull();
        assertThat(DomainXml.read("<domain><memory unit='KiB'>-1</memory></domain>")
                        .memoryKib())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no document",
                "<domain>",
                "<!DOCTYPE domain [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><domain><title>&e;</title></domain>",
                "<!DOCTYPE domain SYSTEM 'http://127.0.0.1:1/x'><domain/>"
            })
    void whatIsNoDocumentOrWantsMoreThanItselfIsRefused(String document) {
        assertThatExceptionOfType(XmlNode.UnreadableXmlException.class).isThrownBy(() -> DomainXml.read(document));
    }

    @Test
    void aDocumentThatIsTooLongIsRefusedUnread() {
        String document = "<domain><title>" + "x".repeat(9_000_000) + "</title></domain>";

        assertThatExceptionOfType(XmlNode.UnreadableXmlException.class).isThrownBy(() -> DomainXml.read(document));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DomainXmlTest.class.getResourceAsStream("/libvirt/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One line a component, one a device. */
    private static String render(DomainXml xml) {
        StringBuilder text = new StringBuilder();
        for (var component : DomainXml.class.getRecordComponents()) {
            Object value = value(xml, component.getAccessor());
            text.append(component.getName()).append(':');
            if (value instanceof List<?> devices) {
                devices.forEach(device -> text.append("\n  ").append(device));
            } else {
                text.append(' ').append(value);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static @Nullable Object value(DomainXml xml, Method accessor) {
        try {
            return accessor.invoke(xml);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
