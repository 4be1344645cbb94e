package dev.bulkhead.lxd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One instance as the server wrote it. Every question has an answer, whatever the document lacks or holds in another shape, so that a
 * newer server costs at most a field.
 */
final class InstanceDocument {

    private final ObjectNode json;
    private final @Nullable Integer snapshots;

    /** Takes the document over and drops what is not needed, since thousands of these are held at once. */
    InstanceDocument(ObjectNode json) {
        this.json = json;
        this.snapshots = count(json);
        json.remove("snapshots");
        json.remove("backups");
        if (json.path("expanded_config").isObject()) {
            json.remove("config");
        }
        if (config() instanceof ObjectNode config) {
            ConfigKeys.keepNeeded(config);
        }
        if (json.path("expanded_devices").isObject()) {
            json.remove("devices");
        }
    }

    private static @Nullable Integer count(ObjectNode json) {
        if (!json.has("snapshots")) {
            return null;
        }
        return json.path("snapshots").size();
    }

    InstanceName name() {
        return new InstanceName(text("project", InstanceName.DEFAULT_PROJECT), text("name", ""));
    }

    /** The server's own lasting id; empty on servers that do not keep one. */
    Optional<String> uuid() {
        return Optional.of(config("volatile.uuid")).filter(LocalIds::isUuid);
    }

    String type() {
        return text("type", "container");
    }

    boolean isVirtualMachine() {
        return type().equals("virtual-machine");
    }

    String status() {
        return text("status", "");
    }

    int statusCode() {
        return json.path("status_code").asInt(0);
    }

    String text(String field) {
        return text(field, "");
    }

    private String text(String field, String otherwise) {
        return json.path(field).asString(otherwise);
    }

    boolean flag(String field) {
        return json.path(field).asBoolean(false);
    }

    /** A moment; null where it is missing, malformed or the zero that the server writes for "never". */
    @Nullable
    Instant moment(String field) {
        return moment(json.path(field));
    }

    static @Nullable Instant moment(JsonNode node) {
        try {
            Instant moment = OffsetDateTime.parse(node.asString("")).toInstant();
            return moment.isAfter(Instant.EPOCH) ? moment : null;
        } catch (DateTimeException notAMoment) {
            return null;
        }
    }

    List<String> profiles() {
        List<String> profiles = new ArrayList<>();
        for (JsonNode profile : json.path("profiles")) {
            profiles.add(Text.cut(profile.asString("")));
        }
        return profiles;
    }

    /** How many snapshots; null where the answer was not asked for them. */
    @Nullable
    Integer snapshots() {
        return snapshots;
    }

    /** A configuration key with the profiles' share in it; "" when not set. */
    String config(String key) {
        return config().path(key).asString("");
    }

    boolean configFlag(String key) {
        return isTrue(config(key));
    }

    /** As the server reads what was written. */
    static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true")
                || value.equals("1")
                || value.equalsIgnoreCase("yes")
                || value.equalsIgnoreCase("on");
    }

    JsonNode config() {
        JsonNode expanded = json.path("expanded_config");
        return expanded.isObject() ? expanded : json.path("config");
    }

    /** Devices by name with the profiles' share in them. */
    JsonNode devices() {
        JsonNode expanded = json.path("expanded_devices");
        return expanded.isObject() ? expanded : json.path("devices");
    }

    /** The live part; a missing node when it was not asked for or the server could not tell. */
    JsonNode state() {
        return json.path("state");
    }
}
