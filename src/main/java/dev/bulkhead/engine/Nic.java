package dev.bulkhead.engine;

import java.util.List;

/**
 * A network interface of an instance.
 *
 * @param name the host's or the configuration's name for it; "" when it has none yet
 * @param mac lower-case, colon-separated; "" when unknown
 * @param network network or bridge it is plugged into; "" for none
 * @param model emulated card or container interface type; "" when unknown
 * @param addresses IP addresses, without prefix lengths
 */
public record Nic(String name, String mac, String network, String model, List<String> addresses) {
    public Nic {
        addresses = List.copyOf(addresses);
    }
}
