package dev.bulkhead.lxd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which configuration keys of an instance matter here, and how much of them is kept. */
final class ConfigKeys {

    private static final String USER = "user.";
    private static final int MAX_LABELS = 200;
    private static final List<String> NEEDED = List.of(
            "limits.", "volatile.", "image.", "security.", "boot.", "raw.lxc", "raw.idmap", "environment.PATH", USER);

    /** These hold scripts with passwords and keys in them, and are read by the guest, not by people. */
    private static final Set<String> CLOUD_INIT =
            Set.of("user.user-data", "user.vendor-data", "user.meta-data", "user.network-config");

    private ConfigKeys() {}

    /** Drops what is not needed, and cuts what is absurdly long. */
    static void keepNeeded(ObjectNode config) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        config.properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        config.removeAll();
        int labels = 0;
        for (Map.Entry<String, JsonNode> entry : all.entrySet()) {
            String key = entry.getKey();
            if (!isNeeded(key) || (key.startsWith(USER) && ++labels > MAX_LABELS)) {
                continue;
            }
            config.put(Text.cut(key), Text.cut(entry.getValue().asString("")));
        }
    }

    private static boolean isNeeded(String key) {
        return NEEDED.stream().anyMatch(key::startsWith) && !CLOUD_INIT.contains(key);
    }

    /** The owner's own keys, without their common prefix. */
    static Map<String, String> labels(JsonNode config) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : config.properties()) {
            if (entry.getKey().startsWith(USER)) {
                labels.put(
                        entry.getKey().substring(USER.length()),
                        entry.getValue().asString(""));
            }
        }
        return labels;
    }
}
