package dev.bulkhead.lxd;

import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.Networks;
import dev.bulkhead.engine.Subnets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The server's networks, and interfaces of the machine that instances can be plugged into without one. */
final class LxdNetworks implements Networks {

    /** Interfaces that no instance can have: the loopback, and what belongs to an instance already. */
    private static final Set<String> UNUSABLE = Set.of("loopback", "unknown");

    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

    private final LxdServer server;

    LxdNetworks(LxdServer server) {
        this.server = server;
    }

    @Override
    public List<Network> list() {
        List<Network> found = new ArrayList<>();
        server.eachNetwork(network -> {
            if (isManaged(network) || !UNUSABLE.contains(text(network, "type"))) {
                found.add(read(network));
            }
        });
        return found;
    }

    private static Network read(JsonNode network) {
        JsonNode config = network.path("config");
        List<String> subnets = FAMILIES.stream()
                .map(family -> text(config, family + ".address"))
                .map(Subnets::of)
                .flatMap(Optional::stream)
                .toList();
        String status = text(network, "status");
        return new Network(
                LxdServer.qualified(network, text(network, "name")),
                Text.cut(text(network, "type")),
                Text.cut(device(network)),
                subnets,
                leadsOutward(network),
                !isManaged(network) || status.isEmpty() || status.equals("Created"));
    }

    /** A bridge is an interface of its network's name; others stand on one, or as OVN's on none. */
    private static String device(JsonNode network) {
        String parent = text(network.path("config"), "parent");
        boolean isInterface = !isManaged(network) || isBridge(network);
        return parent.isEmpty() && isInterface ? text(network, "name") : parent;
    }

    /** False only for a bridge whose addresses are all kept from being routed, and for an OVN network without an uplink. */
    private static boolean leadsOutward(JsonNode network) {
        JsonNode config = network.path("config");
        if (!isManaged(network) || !isBridge(network)) {
            return !text(config, "network").equals("none");
        }
        List<String> addressed = FAMILIES.stream()
                .filter(family -> Subnets.of(text(config, family + ".address")).isPresent())
                .toList();
        boolean routed = addressed.isEmpty() || addressed.stream().anyMatch(family -> isRouted(config, family));
        return routed || !text(config, "bridge.external_interfaces").isEmpty();
    }

    private static boolean isRouted(JsonNode config, String family) {
        String routing = text(config, family + ".routing");
        return routing.isEmpty() || InstanceDocument.isTrue(routing);
    }

    private static boolean isManaged(JsonNode network) {
        return network.path("managed").asBoolean(false);
    }

    private static boolean isBridge(JsonNode network) {
        return text(network, "type").equals("bridge");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
