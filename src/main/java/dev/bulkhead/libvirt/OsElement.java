package dev.bulkhead.libvirt;

import java.util.Set;

/**
 * How a domain's machine is made and boots: {@code <os>}.
 *
 * @param architecture "" when unknown
 * @param machineType "" when unknown
 * @param firmware {@code BIOS} or {@code UEFI}; "" when unknown
 */
record OsElement(String architecture, String machineType, String firmware) {

    /** Machines whose firmware is a BIOS where the document names none. */
    private static final Set<String> BIOS_BY_DEFAULT = Set.of("x86_64", "i686");

    static OsElement read(XmlNode os) {
        XmlNode type = os.child("type");
        String architecture = type.attribute("arch");
        return new OsElement(
                architecture, type.attribute("machine"), type.text().equals("hvm") ? firmware(os, architecture) : "");
    }

    private static String firmware(XmlNode os, String architecture) {
        XmlNode loader = os.child("loader");
        if (os.attribute("firmware").equals("efi") || loader.attribute("type").equals("pflash")) {
            return "UEFI";
        }
        if (os.attribute("firmware").equals("bios")) {
            return "BIOS";
        }
        return !loader.exists() && BIOS_BY_DEFAULT.contains(architecture) ? "BIOS" : "";
    }
}
