package dev.bulkhead.libvirt;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code <graphics>} as a way to the screen.
 *
 * @param index libvirt's number for it
 * @param type {@code vnc}, {@code spice}, …
 * @param address it listens on; "" when the document tells none
 * @param port -1 when it listens on no port
 * @param socket "" when it listens on none
 * @param password "" when there is none, or when the document was asked for without its secrets
 */
record ScreenElement(int index, String type, String address, int port, String socket, String password) {

    static ScreenElement read(XmlNode graphics, int index) {
        XmlNode listen = graphics.child("listen");
        return new ScreenElement(
                index,
                graphics.attribute("type"),
                either(listen.attribute("address"), graphics.attribute("listen")),
                Optional.of(graphics.attribute("port"))
                        .filter(digits -> digits.matches("\\d{1,5}"))
                        .map(Integer::valueOf)
                        .orElse(-1),
                either(listen.attribute("socket"), graphics.attribute("socket")),
                graphics.attribute("passwd"));
    }

    /** Its name in an offer. */
    String name() {
        return index == 0 ? type : type + index;
    }

    boolean isVnc() {
        return type.equals("vnc");
    }

    /** Whether it listens where only its own host can connect. */
    boolean staysOnHost() {
        return port <= 0
                || address.isEmpty()
                || address.startsWith("127.")
                || address.equals("::1")
                || address.equals("localhost");
    }

    @Override
    public String toString() {
        return "screen " + name();
    }

    private static String either(String first, String second) {
        return Stream.of(first, second)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
