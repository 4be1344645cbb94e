package dev.bulkhead.libvirt;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a domain's document people look at and type into.
 *
 * @param screens in the document's order, which is what libvirt counts them by
 * @param lines serial lines first
 */
record ConsoleDevices(List<ScreenElement> screens, List<LineElement> lines) {

    ConsoleDevices {
        screens = List.copyOf(screens);
        lines = List.copyOf(lines);
    }

    /**
     * Reads a document.
     *
     * @throws XmlNode.UnreadableXmlException when it is none
     */
    static ConsoleDevices read(String document) {
        XmlNode devices = XmlNode.parse(document).child("devices");
        List<ScreenElement> screens = new ArrayList<>();
        for (XmlNode graphics : devices.children("graphics")) {
            screens.add(ScreenElement.read(graphics, screens.size()));
        }
        return new ConsoleDevices(screens, LineElement.readAll(devices));
    }
}
