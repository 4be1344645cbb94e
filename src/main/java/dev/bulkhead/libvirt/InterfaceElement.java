package dev.bulkhead.libvirt;

import dev.bulkhead.engine.Nic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A network interface of a domain: {@code <interface>}. */
final class InterfaceElement {

    private InterfaceElement() {}

    /** Addresses are not in the document; leases, agent and neighbour table bring them. */
    static Nic read(XmlNode nic) {
        return new Nic(
                nic.child("target").attribute("dev"),
                nic.child("mac").attribute("address").toLowerCase(Locale.ROOT),
                network(nic),
                nic.child("model").attribute("type"),
                List.of());
    }

    private static String network(XmlNode nic) {
        XmlNode source = nic.child("source");
        return Stream.of("network", "bridge", "dev", "path")
                .map(source::attribute)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(nic.attribute("type").equals("user") ? "user" : "");
    }
}
