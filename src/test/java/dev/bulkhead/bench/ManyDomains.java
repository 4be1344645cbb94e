package dev.bulkhead.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Domains in numbers: as a file for libvirt's test hypervisor, which runs them all, or one by one for QEMU. */
final class ManyDomains {

    private ManyDomains() {}

    /** Writes the file that {@code test:///path} opens. */
    static Path file(Path directory, int count) throws IOException {
        String domains = IntStream.range(0, count)
                .mapToObj(number -> document("test", name(number)))
                .collect(Collectors.joining("\n"));
        return Files.writeString(directory.resolve("domains-" + count + ".xml"), "<node>\n" + domains + "\n</node>\n");
    }

    static String name(int number) {
        return "guest-%05d".formatted(number);
    }

    /** A domain with a disk and a network card, as most have. */
    static String document(String type, String name) {
        return """
                <domain type="%s">
                  <name>%s</name>
                  <memory unit="MiB">64</memory>
                  <vcpu>1</vcpu>
                  <os><type arch="x86_64">hvm</type></os>
                  <devices>
                    <disk type="file" device="disk"><source file="/var/lib/guests/%s.img"/><target dev="vda" bus="virtio"/></disk>
                    <interface type="user"><model type="virtio"/></interface>
                  </devices>
                </domain>""".formatted(type, name, name);
    }

    /** A domain that can be started without any file: it runs its firmware and then waits. */
    static String startable(String name) {
        return """
                <domain type="qemu">
                  <name>%s</name>
                  <memory unit="MiB">64</memory>
                  <vcpu>1</vcpu>
                  <os><type arch="x86_64">hvm</type></os>
                </domain>""".formatted(name);
    }
}
