package dev.bulkhead.docker;

import dev.bulkhead.engine.EngineInfo;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells by an answer to {@code /version} who gave it. */
final class Products {

    private static final String PODMAN = "Podman Engine";

    private Products() {}

    static EngineInfo info(JsonNode version, ApiVersion spoken) {
        for (JsonNode component : version.path("Components").values()) {
            if (PODMAN.equals(component.path("Name").asString(""))) {
                return new EngineInfo("Podman", Text.of(component.path("Version")), spoken.toString(), List.of());
            }
        }
        return new EngineInfo("Docker Engine", Text.of(version.path("Version")), spoken.toString(), List.of());
    }
}
