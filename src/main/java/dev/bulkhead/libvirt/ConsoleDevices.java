package dev.bulkhead.libvirt;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.jna.DomainPointer;

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
     * Asks for a domain's.
     *
     * @param flags which of its documents is meant
     */
    static ConsoleDevices of(Connection connection, DomainPointer domain, int flags) {
        try {
            return read(DomainReader.document(connection, domain, flags));
        } catch (XmlNode.UnreadableXmlException unreadable) {
            throw new EngineException(
                    ErrorKind.INTERNAL,
                    connection.engine(),
                    "libvirt's description of this domain cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
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
