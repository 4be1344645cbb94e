package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.InstanceDetails.Graphics;
import dev.bulkhead.engine.Nic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's document tells. One class a noun reads it; this one puts them together.
 *
 * @param accelerated whether the host's CPU runs it; null when the document does not tell
 * @param agentConnected whether a guest agent answers at the other end of its channel
 * @param privileged of a container: whether its root is the host's
 * @param problem what was left out; null when nothing
 */
record DomainXml(
        String title,
        String description,
        @Nullable Long vcpus,
        @Nullable Long vcpusMax,
        @Nullable Long memoryKib,
        @Nullable Long memoryMaxKib,
        String architecture,
        String machineType,
        String firmware,
        @Nullable Boolean accelerated,
        List<Disk> disks,
        List<Nic> nics,
        List<Graphics> graphics,
        int serialPorts,
        boolean agentConnected,
        boolean privileged,
        @Nullable String problem) {

    /** Longer texts of an owner are cut. */
    static final int LONGEST_TEXT = 4096;

    private static final Set<String> HARDWARE = Set.of("kvm", "xen", "hvf", "bhyve", "hyperv", "vmware");

    /**
     * Reads a document.
     *
     * @throws XmlNode.UnreadableXmlException when it is none
     */
    static DomainXml read(String document) {
        XmlNode domain = XmlNode.parse(document);
        XmlNode devices = domain.child("devices");
        XmlNode vcpu = domain.child("vcpu");
        OsElement os = OsElement.read(domain.child("os"));
        List<XmlNode> disks = devices.children("disk");
        List<XmlNode> nics = devices.children("interface");
        int most = DomainStats.MOST_DEVICES;
        boolean cut = disks.size() > most || nics.size() > most;
        return new DomainXml(
                cut(domain.child("title").text()),
                cut(domain.child("description").text()),
                number(vcpu.attribute("current").isEmpty() ? vcpu.text() : vcpu.attribute("current")),
                number(vcpu.text()),
                MemoryElement.kibibytes(
                        domain.child(domain.child("currentMemory").exists() ? "currentMemory" : "memory")),
                MemoryElement.kibibytes(domain.child("memory")),
                os.architecture(),
                os.machineType(),
                os.firmware(),
                accelerated(domain.attribute("type")),
                disks.stream().limit(most).map(DiskElement::read).toList(),
                nics.stream().limit(most).map(InterfaceElement::read).toList(),
                devices.children("graphics").stream()
                        .limit(most)
                        .map(GraphicsElement::read)
                        .toList(),
                serialPorts(devices),
                agentConnected(devices),
                !domain.child("idmap").child("uid").exists(),
                cut
                        ? "Shows " + most + " devices of a kind, of " + disks.size() + " disks and " + nics.size()
                                + " network interfaces"
                        : null);
    }

    DomainXml withGraphics(List<Graphics> others) {
        return new DomainXml(
                title,
                description,
                vcpus,
                vcpusMax,
                memoryKib,
                memoryMaxKib,
                architecture,
                machineType,
                firmware,
                accelerated,
                disks,
                nics,
                others,
                serialPorts,
                agentConnected,
                privileged,
                problem);
    }

    static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        // Not through the middle of a character.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + "…";
    }

    private static @Nullable Boolean accelerated(String type) {
        if (HARDWARE.contains(type)) {
            return true;
        }
        return type.equals("qemu") ? false : null;
    }

    /** A serial line is listed a second time as the console that is its alias. */
    private static int serialPorts(XmlNode devices) {
        long consoles = devices.children("console").stream()
                .filter(console -> !console.child("target").attribute("type").equals("serial"))
                .count();
        return devices.children("serial").size() + (int) consoles;
    }

    private static boolean agentConnected(XmlNode devices) {
        return devices.children("channel").stream()
                .map(channel -> channel.child("target"))
                .anyMatch(target -> target.attribute("name").equals("org.qemu.guest_agent.0")
                        && target.attribute("state").equals("connected"));
    }

    private static @Nullable Long number(String text) {
        return Stream.of(text)
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
    }
}
