package dev.bulkhead.docker;

import dev.bulkhead.engine.InstanceBuilder;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The labels of a container, and the project that docker-compose or podman-compose wrote into them. */
final class ContainerLabels {

    private ContainerLabels() {}

    static void apply(JsonNode labels, InstanceBuilder builder) {
        Map<String, String> cut = Text.labels(labels);
        // From the whole, since the cut ones may lack it.
        String project = Text.of(labels.path("com.docker.compose.project"));
        String podmans = Text.of(labels.path("io.podman.compose.project"));
        builder.labels(cut).engineProject(!project.isEmpty() ? project : podmans.isEmpty() ? null : podmans);
    }
}
