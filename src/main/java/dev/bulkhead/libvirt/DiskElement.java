package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Disk;

/** A disk or drive of a domain: {@code <disk>}. */
final class DiskElement {

    private DiskElement() {}

    /** Sizes are not in the document; statistics bring them. */
    static Disk read(XmlNode disk) {
        String device = disk.attribute("device");
        String type = device.isEmpty() ? "disk" : device;
        return new Disk(
                disk.child("target").attribute("dev"),
                type,
                source(disk.attribute("type"), disk.child("source")),
                null,
                null,
                disk.child("readonly").exists() || type.equals("cdrom"));
    }

    private static String source(String type, XmlNode source) {
        return switch (type) {
            case "file" -> source.attribute("file");
            case "block" -> source.attribute("dev");
            case "dir" -> source.attribute("dir");
            case "volume" -> join(source.attribute("pool"), source.attribute("volume"));
            case "network" -> join(source.attribute("protocol"), source.attribute("name"));
            case "vhostuser" -> source.attribute("path");
            case "nvme" -> "nvme";
            default -> "";
        };
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : first + "/" + second;
    }
}
