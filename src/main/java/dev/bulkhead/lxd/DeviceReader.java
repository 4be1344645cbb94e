package dev.bulkhead.lxd;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.Disk;
import dev.bulkhead.engine.Nic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads disks, network interfaces and addresses of one instance. */
final class DeviceReader {

    private static final int MAX_DEVICES = 200;

    private final InstanceDocument document;

    DeviceReader(InstanceDocument document) {
        this.document = document;
    }

    List<Disk> disks() {
        List<Disk> disks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> device : devicesOf("disk")) {
            disks.add(disk(device.getKey(), device.getValue()));
        }
        return disks;
    }

    private Disk disk(String name, JsonNode device) {
        String pool = device.path("pool").asString("");
        String source = device.path("source").asString("");
        JsonNode live = document.state().path("disk").path(name);
        ByteSize capacity = Amounts.size(device.path("size").asString(""))
                .or(() -> Amounts.size(document.config("volatile." + name + ".size")))
                .orElseGet(() -> Amounts.positive(live.path("total")));
        String where = pool.isEmpty() || source.isEmpty() ? pool + source : pool + "/" + source;
        boolean readOnly = device.path("readonly").asString("").equalsIgnoreCase("true");
        return new Disk(
                Text.cut(name), "disk", Text.cut(where), capacity, Amounts.positive(live.path("usage")), readOnly);
    }

    List<Nic> nics() {
        List<Nic> nics = new ArrayList<>();
        for (Map.Entry<String, JsonNode> device : devicesOf("nic")) {
            nics.add(nic(device.getKey(), device.getValue()));
        }
        return nics;
    }

    private Nic nic(String name, JsonNode device) {
        String mac = firstOf(device.path("hwaddr").asString(""), document.config("volatile." + name + ".hwaddr"))
                .toLowerCase(Locale.ROOT);
        String network = firstOf(
                device.path("network").asString(""), device.path("parent").asString(""));
        String inside =
                firstOf(device.path("name").asString(""), firstOf(document.config("volatile." + name + ".name"), name));
        List<String> addresses = addressesOf(live(mac, inside));
        return new Nic(
                Text.cut(name),
                Text.cut(mac),
                Text.cut(network),
                device.path("nictype").asString(""),
                addresses);
    }

    private JsonNode live(String mac, String nameInside) {
        JsonNode interfaces = document.state().path("network");
        for (JsonNode candidate : interfaces) {
            if (!mac.isEmpty() && mac.equalsIgnoreCase(candidate.path("hwaddr").asString(""))) {
                return candidate;
            }
        }
        return interfaces.path(nameInside);
    }

    /** Addresses of the configured interfaces first, then of those that the guest made itself; IPv4 before IPv6. */
    List<String> addresses(List<Nic> nics) {
        Comparator<String> ipv4First = Comparator.comparing(address -> address.indexOf(':') >= 0);
        Set<String> addresses = new LinkedHashSet<>();
        nics.stream().flatMap(nic -> nic.addresses().stream()).sorted(ipv4First).forEach(addresses::add);
        List<String> others = new ArrayList<>();
        for (JsonNode candidate : document.state().path("network")) {
            others.addAll(addressesOf(candidate));
        }
        others.stream().sorted(ipv4First).forEach(addresses::add);
        return addresses.stream().limit(MAX_DEVICES).toList();
    }

    private static List<String> addressesOf(JsonNode live) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode address : live.path("addresses")) {
            if (address.path("scope").asString("").equals("global") && addresses.size() < MAX_DEVICES) {
                addresses.add(Text.cut(address.path("address").asString("")));
            }
        }
        return addresses;
    }

    private List<Map.Entry<String, JsonNode>> devicesOf(String type) {
        return document.devices().properties().stream()
                .filter(device -> device.getValue().path("type").asString("").equals(type))
                .limit(MAX_DEVICES)
                .toList();
    }

    private static String firstOf(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }
}
