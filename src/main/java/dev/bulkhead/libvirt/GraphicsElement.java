package dev.bulkhead.libvirt;

import dev.bulkhead.engine.InstanceDetails.Graphics;
import java.util.List;
import java.util.stream.Stream;

/** A screen of a domain: {@code <graphics>}. */
final class GraphicsElement {

    private GraphicsElement() {}

    /**
     * Reads one. A password stands only in a document that was asked for with its secrets; in any other, each screen that listens
     * beyond loopback looks as if it had none.
     */
    static Graphics read(XmlNode graphics) {
        List<String> addresses = Stream.concat(
                        graphics.children("listen").stream().map(GraphicsElement::address),
                        Stream.of(graphics.attribute("listen"), graphics.attribute("socket")))
                .filter(address -> !address.isEmpty())
                .toList();
        boolean open = addresses.stream().anyMatch(GraphicsElement::isBeyondLoopback)
                && graphics.attribute("passwd").isEmpty();
        return new Graphics(graphics.attribute("type"), addresses.isEmpty() ? "" : addresses.getFirst(), open);
    }

    private static String address(XmlNode listen) {
        return listen.attribute(listen.attribute("type").equals("socket") ? "socket" : "address");
    }

    /** Whether somebody else's machine may connect. */
    private static boolean isBeyondLoopback(String address) {
        return !address.startsWith("/")
                && !address.startsWith("127.")
                && !List.of("::1", "localhost").contains(address);
    }
}
