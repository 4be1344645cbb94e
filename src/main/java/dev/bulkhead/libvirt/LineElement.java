package dev.bulkhead.libvirt;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@code <serial>}, or a {@code <console>} that is a device of its own.
 *
 * @param name its alias, or what that will be when the domain runs
 * @param backend where the host's end is; libvirt passes only {@code pty} on
 * @param logFile where the host keeps what it prints; "" when it does not
 */
record LineElement(String name, String backend, String logFile) {

    static List<LineElement> readAll(XmlNode devices) {
        List<LineElement> lines = new ArrayList<>();
        int number = 0;
        for (XmlNode serial : devices.children("serial")) {
            lines.add(read(serial, "serial" + number++));
        }
        number = 0;
        for (XmlNode console : devices.children("console")) {
            String name = "console" + number++;
            // The first serial line is listed a second time as the console that is its other name.
            if (!console.child("target").attribute("type").equals("serial")) {
                lines.add(read(console, name));
            }
        }
        return lines;
    }

    boolean isPassedOn() {
        return backend.equals("pty");
    }

    private static LineElement read(XmlNode line, String usualName) {
        String alias = line.child("alias").attribute("name");
        return new LineElement(
                alias.isEmpty() ? usualName : alias,
                line.attribute("type"),
                line.child("log").attribute("file"));
    }
}
