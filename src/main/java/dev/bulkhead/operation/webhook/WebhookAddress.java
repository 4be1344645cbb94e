package dev.bulkhead.operation.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;

/** Which addresses are told anything. */
public final class WebhookAddress {

    private WebhookAddress() {}

    /**
     * Whether it is {@code https://}, or {@code http://} on this machine, and has no name and password in it: what is told in the clear
     * is for this machine only. Looks up the name of a host that is not told by number.
     */
    public static boolean isUsable(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || ("http".equalsIgnoreCase(address.getScheme()) && isThisMachine(address.getHost())));
    }

    /** As it may be shown: without path and query, which may hold a secret. */
    public static String shown(URI address) {
        return address.getScheme() + "://" + Objects.requireNonNullElse(address.getHost(), "")
                + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** Whether a host is this machine, by its name or number. */
    public static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
