package dev.bulkhead.access.signin;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Where an address counts as coming from: of IPv6 the network, since whoever has one address there has all of it. */
final class NetworkPlace {

    private static final int NETWORK_BYTES = 8;

    private NetworkPlace() {}

    /** @param address as the container tells it; anything else is its own place */
    static String of(String address) {
        try {
            // A literal address: nothing is looked up.
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException unusual) {
            return address;
        }
    }
}
