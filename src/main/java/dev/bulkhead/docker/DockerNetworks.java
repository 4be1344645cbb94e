package dev.bulkhead.docker;

import dev.bulkhead.engine.Namesakes;
import dev.bulkhead.engine.Network;
import dev.bulkhead.engine.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What {@code docker network ls} lists. */
final class DockerNetworks implements Networks {

    private static final int SHORT_ID = 12;

    private final DockerApi api;

    DockerNetworks(DockerApi api) {
        this.api = api;
    }

    @Override
    public List<Network> list() {
        List<JsonNode> networks = new ArrayList<>();
        api.readEach("/networks", network -> {
            if (!name(network).isEmpty()) {
                networks.add(network);
            }
        });
        return read(networks);
    }

    /** The engine knows networks by id and lets two of them have one name; then each has its id behind it, so that neither is meant. */
    static List<Network> read(List<JsonNode> networks) {
        Set<String> namesakes = Namesakes.of(networks, DockerNetworks::name);
        return networks.stream()
                .map(network -> {
                    String name = name(network);
                    return read(namesakes.contains(name) ? name + " (" + shortId(network) + ")" : name, network);
                })
                .toList();
    }

    private static Network read(String name, JsonNode network) {
        String driver = Text.of(network.path("Driver"));
        List<String> subnets = network.path("IPAM").path("Config").values().stream()
                .map(range -> Text.of(range.path("Subnet")))
                .filter(subnet -> !subnet.isEmpty())
                .toList();
        // The driver of the network "none".
        boolean nowhere = driver.equals("null");
        boolean internal = network.path("Internal").asBoolean(false);
        // What is only a pattern for others, or the swarm's own way in.
        boolean closed = network.path("ConfigOnly").asBoolean(false)
                || network.path("Ingress").asBoolean(false);
        return new Network(name, driver, device(network.path("Options")), subnets, !nowhere && !internal, !closed);
    }

    /** The bridge, or what macvlan and ipvlan stand on. The engine does not tell the bridges that it names itself. */
    private static String device(JsonNode options) {
        return Stream.of("com.docker.network.bridge.name", "parent")
                .map(option -> Text.of(options.path(option)))
                .filter(device -> !device.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String name(JsonNode network) {
        return Text.of(network.path("Name"));
    }

    private static String shortId(JsonNode network) {
        String id = Text.of(network.path("Id"));
        return id.substring(0, Math.min(SHORT_ID, id.length()));
    }
}
