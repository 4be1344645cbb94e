package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineInfo;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells by an answer to {@code /version} who gave it. */
final class Products {

    private static final String PODMAN = "Podman Engine";

    private Products() {}

    static EngineInfo info(JsonNode version, ApiVersion spoken) {
        return podman(version)
                .map(podman -> new EngineInfo("Podman", Text.of(podman.path("Version")), spoken.toString(), List.of()))
                .orElseGet(() -> new EngineInfo(
                        "Docker Engine", Text.of(version.path("Version")), spoken.toString(), List.of()));
    }

    static boolean isPodman(JsonNode version) {
        return podman(version).isPresent();
    }

    private static Optional<JsonNode> podman(JsonNode version) {
        return version.path("Components").values().stream()
                .filter(component -> PODMAN.equals(component.path("Name").asString("")))
                .findFirst();
    }
}
