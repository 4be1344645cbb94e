package dev.bulkhead.docker;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads one element of the list of containers; never throws, since a field of an unknown form reads as absent. The list lacks limits, restart policy and the like: {@link InspectedContainer}
 * has them.
 */
final class ListedContainer {

    /** The list has the exit code and the health only inside its sentence for people, "Exited (137) 2 hours ago". */
    private static final Pattern EXITED = Pattern.compile("Exited \\((\\d{1,3})\\).*");

    private static final Pattern HEALTH = Pattern.compile("Up .*\\((?:health: )?(healthy|unhealthy|starting)\\)");

    private ListedContainer() {}

    static Instance read(EngineId engine, JsonNode json) {
        InstanceId id = new InstanceId(engine, json.path("Id").asString(""));
        String word = json.path("State").asString("");
        String status = Text.of(json.path("Status"));
        InstanceState state = ContainerState.of(word);
        Integer exitCode = state == InstanceState.STOPPED ? exitCode(status) : null;
        ApplicationContainer details = new ApplicationContainer(
                Text.of(json.path("Image")),
                command(json.path("Command")),
                state == InstanceState.RUNNING ? health(status) : null,
                exitCode,
                "",
                ports(json.path("Ports")),
                ContainerMounts.read(json.path("Mounts")),
                null);
        InstanceBuilder builder = Instance.builder(id, name(json.path("Names")), details)
                .state(state, exitCode == null ? null : "exited " + exitCode)
                .actions(ContainerState.actions(word))
                .created(EngineTime.ofSeconds(json.path("Created")));
        ContainerLabels.apply(json.path("Labels"), builder);
        ContainerNetworks.apply(json.path("NetworkSettings"), state, builder);
        if (state == InstanceState.UNKNOWN) {
            builder.problem("Unknown state: " + Text.cut(word, 100));
        }
        return builder.build();
    }

    /** Names of links contain a second slash; the container's own does not. */
    private static String name(JsonNode names) {
        String first = "";
        for (JsonNode each : names.values()) {
            String name = Text.of(each);
            String bare = name.startsWith("/") ? name.substring(1) : name;
            if (bare.indexOf('/') < 0) {
                return bare;
            }
            first = first.isEmpty() ? bare : first;
        }
        return first;
    }

    private static List<String> command(JsonNode command) {
        String line = Text.of(command);
        return line.isEmpty() ? List.of() : List.of(line);
    }

    private static List<String> ports(JsonNode ports) {
        List<String> read = new ArrayList<>();
        for (JsonNode port : ports.values()) {
            String inside = port.path("PrivatePort").asInt(0) + "/" + Text.of(port.path("Type"));
            int published = port.path("PublicPort").asInt(0);
            read.add(
                    published == 0
                            ? inside
                            : ContainerNetworks.published(Text.of(port.path("IP")), "" + published, inside));
        }
        return read.stream()
                .distinct()
                .sorted()
                .limit(ContainerNetworks.MOST_PORTS)
                .toList();
    }

    private static @Nullable Integer exitCode(String status) {
        Matcher exited = EXITED.matcher(status);
        return exited.matches() ? Integer.valueOf(exited.group(1)) : null;
    }

    private static @Nullable String health(String status) {
        Matcher health = HEALTH.matcher(status);
        return health.matches() ? health.group(1) : null;
    }
}
