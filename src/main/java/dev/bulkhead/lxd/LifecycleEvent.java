package dev.bulkhead.lxd;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A server's event of the type {@code lifecycle}.
 *
 * @param action for example {@code instance-started}
 * @param at by the server's clock
 * @param instance the one it is about, by the name that it has afterwards; null when it is about something else
 * @param oldName the name that it had before, when it was renamed
 */
record LifecycleEvent(
        String action,
        Instant at,
        @Nullable InstanceName instance,
        @Nullable InstanceName oldName) {

    private static final String INSTANCE = "/1.0/instances/";

    /** Empty for what is no such event. */
    static Optional<LifecycleEvent> parse(String text) {
        try {
            JsonNode event = Envelope.read(text);
            JsonNode metadata = event.path("metadata");
            String action = metadata.path("action").asString("");
            if (action.isEmpty()) {
                return Optional.empty();
            }
            Instant at = InstanceDocument.moment(event.path("timestamp"));
            InstanceName instance = instance(event, metadata.path("source").asString(""));
            String before = metadata.path("context").path("old_name").asString("");
            InstanceName oldName =
                    instance == null || before.isEmpty() ? null : new InstanceName(instance.project(), before);
            return Optional.of(
                    new LifecycleEvent(Text.cut(action), at == null ? Instant.now() : at, instance, oldName));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The source is a path such as {@code /1.0/instances/c1/snapshots/s0?project=p2}. */
    private static @Nullable InstanceName instance(JsonNode event, String source) {
        if (!source.startsWith(INSTANCE)) {
            return null;
        }
        String path = source.substring(INSTANCE.length()).split("\\?", 2)[0];
        String name = decode(path.split("/", 2)[0]);
        return new InstanceName(event.path("project").asString(InstanceName.DEFAULT_PROJECT), name);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
