package dev.bulkhead.libvirt;

import com.sun.jna.ptr.PointerByReference;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Subnets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.libvirt.jna.NetworkPointer;

/** Libvirt's virtual networks. Bridges of the machine that it does not manage are none, though domains may be plugged into them. */
final class LibvirtNetworks implements Networks {

    private static final String ISOLATED = "isolated";

    private final Connections connections;

    LibvirtNetworks(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<Network> list() {
        return connections.call(connection -> {
            List<Network> found = new ArrayList<>();
            // A driver without networks has none.
            LibvirtErrors.forgiving(
                    () -> forEach(connection, 0, network -> found.add(read(connection, network))),
                    ErrorKind.UNSUPPORTED);
            return found;
        });
    }

    /** Visits networks, by one bulk call, and frees their handles. One that goes meanwhile is passed over. */
    static void forEach(Connection connection, int flags, Consumer<NetworkPointer> visitor) {
        NativeLibvirt library = connection.library();
        PointerByReference found = new PointerByReference();
        int count = connection.check(library.virConnectListAllNetworks(connection.pointer(), found, flags));
        Handles.forEach(
                found,
                count,
                NetworkPointer::new,
                network -> LibvirtErrors.forgiving(() -> visitor.accept(network), ErrorKind.NOT_FOUND),
                library::virNetworkFree);
    }

    private static Network read(Connection connection, NetworkPointer network) {
        NativeLibvirt library = connection.library();
        boolean active = connection.check(library.virNetworkIsActive(network)) == 1;
        String document = connection.take(library.virNetworkGetXMLDesc(network, 0));
        return read(library.virNetworkGetName(network), active, XmlNode.parseOrAbsent(document));
    }

    static Network read(String name, boolean active, XmlNode document) {
        String type = type(document);
        List<String> subnets = document.children("ip").stream()
                .map(LibvirtNetworks::subnet)
                .flatMap(Optional::stream)
                .toList();
        return new Network(name, type, device(document), subnets, !type.equals(ISOLATED), active);
    }

    /** What forwards nothing has no such element; one without a mode is of libvirt's default. "" for what cannot be read. */
    private static String type(XmlNode document) {
        XmlNode forward = document.child("forward");
        if (!document.exists()) {
            return "";
        }
        String mode = forward.attribute("mode");
        if (!forward.exists() || mode.equals("none")) {
            return ISOLATED;
        }
        return mode.isEmpty() ? "nat" : mode;
    }

    /** Its bridge; a network without one hands out the machine's interfaces themselves, of which the first stands for all. */
    private static String device(XmlNode document) {
        XmlNode forward = document.child("forward");
        return Stream.of(
                        document.child("bridge").attribute("name"),
                        forward.attribute("dev"),
                        forward.child("interface").attribute("dev"),
                        forward.child("pf").attribute("dev"))
                .filter(device -> !device.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> subnet(XmlNode ip) {
        String prefix = ip.attribute("prefix");
        return Subnets.of(ip.attribute("address"), prefix.isEmpty() ? ip.attribute("netmask") : prefix);
    }
}
