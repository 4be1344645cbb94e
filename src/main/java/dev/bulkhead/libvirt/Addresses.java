package dev.bulkhead.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import dev.bulkhead.engine.ErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.NetworkPointer;

/** IP addresses of guests by MAC, from what libvirt can ask. What cannot be asked leaves them out; it is no fault. */
final class Addresses {

    private static final int FROM_LEASES = 0;
    private static final int FROM_AGENT = 1;
    private static final int FROM_NEIGHBOURS = 2;

    private static final int ACTIVE_NETWORKS = 1 << 1;

    /** More than this is noise: a guest's agent may tell whatever it likes. */
    private static final int MOST = 64;

    private static final int INTERFACE_ADDRESSES_OFFSET = 24;
    private static final int INTERFACE_COUNT_OFFSET = 16;
    private static final int ADDRESS_SIZE = 24;
    private static final int LEASE_MAC_OFFSET = 24;
    private static final int LEASE_ADDRESS_OFFSET = 40;

    private Addresses() {}

    /**
     * Those of one active domain: from the leases, else its agent, else the host's neighbour table, so that the slow one is asked
     * only when the quick one knows nothing. The agent has 5 s to answer by libvirt's own rule.
     */
    static Map<String, List<String>> of(Connection connection, DomainPointer domain, boolean agentConnected) {
        Map<String, List<String>> leased = ask(connection, domain, FROM_LEASES);
        if (!leased.isEmpty()) {
            return leased;
        }
        Map<String, List<String>> told = agentConnected ? ask(connection, domain, FROM_AGENT) : Map.of();
        return told.isEmpty() ? ask(connection, domain, FROM_NEIGHBOURS) : told;
    }

    /** All leases, by one call a network. */
    static Map<String, List<String>> leases(Connection connection) {
        Map<String, List<String>> leases = new HashMap<>();
        LibvirtErrors.forgiving(
                () -> LibvirtNetworks.forEach(
                        connection, ACTIVE_NETWORKS, network -> addLeases(connection.library(), network, leases)),
                ErrorKind.values());
        return leases;
    }

    /** Whether one may show it: loopback and link-local addresses tell nobody how to reach a guest. */
    private static boolean isUseful(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return !lower.isEmpty()
                && lower.length() <= 45
                && !lower.startsWith("127.")
                && !lower.equals("::1")
                && !lower.startsWith("169.254.")
                && !lower.startsWith("fe80:");
    }

    private static void addLeases(NativeLibvirt library, NetworkPointer network, Map<String, List<String>> leases) {
        PointerByReference found = new PointerByReference();
        int count = library.virNetworkGetDHCPLeases(network, null, found, 0);
        if (count < 0) {
            return;
        }
        Pointer array = found.getValue();
        for (int i = 0; i < count; i++) {
            Pointer lease = array.getPointer((long) i * Native.POINTER_SIZE);
            add(leases, text(lease, LEASE_MAC_OFFSET), text(lease, LEASE_ADDRESS_OFFSET));
            library.virNetworkDHCPLeaseFree(lease);
        }
        Handles.freeArray(array);
    }

    private static Map<String, List<String>> ask(Connection connection, DomainPointer domain, int source) {
        NativeLibvirt library = connection.library();
        Map<String, List<String>> addresses = new HashMap<>();
        PointerByReference found = new PointerByReference();
        int count = library.virDomainInterfaceAddresses(domain, found, source, 0);
        if (count < 0) {
            return addresses;
        }
        Pointer array = found.getValue();
        for (int i = 0; i < count; i++) {
            Pointer networkInterface = array.getPointer((long) i * Native.POINTER_SIZE);
            String mac = text(networkInterface, Native.POINTER_SIZE);
            int each = Math.min(networkInterface.getInt(INTERFACE_COUNT_OFFSET), MOST);
            Pointer list = networkInterface.getPointer(INTERFACE_ADDRESSES_OFFSET);
            for (int j = 0; j < each && list != null; j++) {
                add(addresses, mac, text(list.share((long) j * ADDRESS_SIZE), Native.POINTER_SIZE));
            }
            library.virDomainInterfaceFree(networkInterface);
        }
        Handles.freeArray(array);
        return addresses;
    }

    private static void add(Map<String, List<String>> addresses, String mac, String address) {
        if (isUseful(address)) {
            List<String> known = addresses.computeIfAbsent(mac.toLowerCase(Locale.ROOT), none -> new ArrayList<>());
            if (!known.contains(address) && known.size() < MOST) {
                known.add(address);
                // IPv4 first: what people type.
                known.sort(Comparator.comparing(each -> each.contains(":")));
            }
        }
    }

    private static String text(Pointer structure, long offset) {
        Pointer text = structure.getPointer(offset);
        return text == null ? "" : text.getString(0, "UTF-8");
    }
}
