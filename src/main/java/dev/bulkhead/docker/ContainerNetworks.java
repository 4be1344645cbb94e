package dev.bulkhead.docker;

import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.Nic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The networks that a container is in, its addresses there, and the words for a published port. */
final class ContainerNetworks {

    static final int MOST_PORTS = 500;

    private static final int MOST_NETWORKS = 200;

    private ContainerNetworks() {}

    /** A container that does not run has no address: after a crash the engine still names one that may be another's by now. */
    static void apply(JsonNode networkSettings, InstanceState state, InstanceBuilder builder) {
        List<Nic> nics = new ArrayList<>();
        for (Map.Entry<String, JsonNode> network :
                networkSettings.path("Networks").properties()) {
            if (nics.size() == MOST_NETWORKS) {
                break;
            }
            JsonNode end = network.getValue();
            List<String> addresses = Stream.of("IPAddress", "GlobalIPv6Address")
                    .map(field -> Text.of(end.path(field)))
                    .filter(address -> !address.isEmpty() && state.isActive())
                    .toList();
            String mac = Text.of(end.path("MacAddress")).toLowerCase(Locale.ROOT);
            nics.add(new Nic("", mac, Text.cut(network.getKey(), Text.LONGEST), "", addresses));
        }
        builder.nics(nics)
                .addresses(nics.stream()
                        .flatMap(nic -> nic.addresses().stream())
                        .distinct()
                        .toList());
    }

    /** For example {@code 127.0.0.1:8080 → 80/tcp}. */
    static String published(String address, String port, String inside) {
        String host = address.isEmpty() ? "0.0.0.0" : address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return host + ":" + port + " → " + inside;
    }
}
