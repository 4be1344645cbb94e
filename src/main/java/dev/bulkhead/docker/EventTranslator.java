package dev.bulkhead.docker;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.ResourcesChanged;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes changes of the engine's events, and leaves out those that change nothing that we show. For one thread. */
final class EventTranslator {

    /** Podman's "sync" follows every look at a container, ours too: a hint to look again would never end. */
    private static final Set<String> NOISE = Set.of(
            "attach",
            "detach",
            "top",
            "resize",
            "export",
            "archive-path",
            "extract-to-dir",
            "copy",
            "mount",
            "unmount",
            "sync");

    private static final String HEALTH = "health_status";

    private final Instant since;

    /** Podman reports each probe's outcome, not only the changes. */
    private final Map<String, String> health = new HashMap<>();

    /** @param since what is older is left out: Podman looks back to the beginning of the second */
    EventTranslator(Instant since) {
        this.since = since;
    }

    Optional<Change> translate(JsonNode event) {
        if (time(event).isBefore(since)) {
            return Optional.empty();
        }
        String type = event.path("Type").asString("");
        String action = Text.cut(event.path("Action").asString(""), 100);
        return switch (type) {
            case "container" -> container(event.path("Actor").path("ID").asString(""), action, time(event));
            case "network" -> network(event, action);
            case "image", "volume" -> Optional.of(new ResourcesChanged());
            default -> Optional.empty();
        };
    }

    private Optional<Change> container(String id, String action, Instant at) {
        if (!ContainerIds.isId(id) || NOISE.contains(action) || action.startsWith("exec_")) {
            return Optional.empty();
        }
        if (action.startsWith(HEALTH) && action.equals(health.put(id, action))) {
            return Optional.empty();
        }
        if (action.equals("destroy") || action.equals("remove") || action.equals("die")) {
            health.remove(id);
        }
        return Optional.of(new InstanceChanged(id, at, action));
    }

    /** A container that enters or leaves a network gets or loses an address. */
    private static Optional<Change> network(JsonNode event, String action) {
        String container =
                event.path("Actor").path("Attributes").path("container").asString("");
        return Optional.of(
                ContainerIds.isId(container)
                        ? new InstanceChanged(container, time(event), "network " + action)
                        : new ResourcesChanged());
    }

    private static Instant time(JsonNode event) {
        long nanos = event.path("timeNano").asLong(0);
        return nanos > 0 ? Instant.EPOCH.plusNanos(nanos) : Instant.now();
    }
}
