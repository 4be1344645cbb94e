package dev.bulkhead.docker;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceBuilder;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the inspection of one container: what the list has, and its limits, policy, health and end. */
final class InspectedContainer {

    private static final int MOST_ARGUMENTS = 200;

    private InspectedContainer() {}

    static Instance read(EngineId engine, JsonNode json) {
        JsonNode host = json.path("HostConfig");
        JsonNode now = json.path("State");
        String word = now.path("Status").asString("");
        InstanceState state = state(word, now);
        String name = Text.of(json.path("Name"));
        String policy = policy(host.path("RestartPolicy"));
        Integer exitCode = exitCode(word, now);
        InstanceBuilder builder = Instance.builder(
                        new InstanceId(engine, json.path("Id").asString("")),
                        name.startsWith("/") ? name.substring(1) : name,
                        details(json, policy, exitCode, state))
                .state(state, reason(state, now, exitCode))
                .actions(ContainerState.actions(word))
                .created(created(json.path("Created")))
                .started(state.isActive() ? EngineTime.parse(now.path("StartedAt")) : null)
                .autostart(policy.isEmpty() ? null : policy.equals("always") || policy.equals("unless-stopped"))
                .cpus(cpus(host));
        ByteSize memory = positive(host.path("Memory"));
        builder.memory(memory, memory);
        ContainerLabels.apply(json.path("Config").path("Labels"), builder);
        ContainerNetworks.apply(json.path("NetworkSettings"), state, builder);
        if (state == InstanceState.UNKNOWN) {
            builder.problem("Unknown state: " + Text.cut(word, 100));
        }
        return builder.build();
    }

    private static ApplicationContainer details(
            JsonNode json, String policy, @Nullable Integer exitCode, InstanceState state) {
        String health = Text.of(json.path("State").path("Health").path("Status"));
        boolean hasHealth = state == InstanceState.RUNNING && !health.isEmpty() && !health.equals("none");
        return new ApplicationContainer(
                Text.of(json.path("Config").path("Image")),
                command(json),
                hasHealth ? health : null,
                exitCode,
                policy,
                ports(json.path("NetworkSettings").path("Ports")),
                ContainerMounts.read(json.path("Mounts")),
                json.path("HostConfig").path("Privileged").asBoolean(false));
    }

    private static InstanceState state(String word, JsonNode now) {
        InstanceState state = ContainerState.of(word);
        boolean outOfMemory = now.path("OOMKilled").asBoolean(false);
        return state == InstanceState.STOPPED && outOfMemory ? InstanceState.CRASHED : state;
    }

    private static @Nullable String reason(InstanceState state, JsonNode now, @Nullable Integer exitCode) {
        if (state == InstanceState.CRASHED) {
            return now.path("OOMKilled").asBoolean(false) ? "out of memory" : "dead";
        }
        return state == InstanceState.STOPPED && exitCode != null ? "exited " + exitCode : null;
    }

    /** A container that never ran has an exit code of 0 too, which means nothing. */
    private static @Nullable Integer exitCode(String word, JsonNode now) {
        return word.equals("exited") || word.equals("stopped") || word.equals("dead")
                ? (Integer) now.path("ExitCode").asInt(0)
                : null;
    }

    private static List<String> command(JsonNode json) {
        return Stream.concat(Stream.of(json.path("Path")), json.path("Args").values().stream())
                .limit(MOST_ARGUMENTS)
                .map(Text::of)
                .toList();
    }

    private static String policy(JsonNode policy) {
        String name = Text.of(policy.path("Name"));
        int retries = policy.path("MaximumRetryCount").asInt(0);
        return name.equals("on-failure") && retries > 0 ? name + ":" + retries : name;
    }

    private static List<String> ports(JsonNode ports) {
        List<String> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> port : ports.properties()) {
            String inside = Text.cut(port.getKey(), Text.LONGEST);
            if (port.getValue().isEmpty()) {
                read.add(inside);
            }
            for (JsonNode binding : port.getValue().values()) {
                read.add(ContainerNetworks.published(
                        Text.of(binding.path("HostIp")), Text.of(binding.path("HostPort")), inside));
            }
        }
        return read.stream()
                .distinct()
                .sorted()
                .limit(ContainerNetworks.MOST_PORTS)
                .toList();
    }

    /** Either a number of CPUs, or the older pair of quota and period. */
    private static @Nullable Double cpus(JsonNode host) {
        long nano = host.path("NanoCpus").asLong(0);
        if (nano > 0) {
            return nano / 1e9;
        }
        long quota = host.path("CpuQuota").asLong(0);
        long period = host.path("CpuPeriod").asLong(0);
        return quota > 0 ? (Double) (quota / (double) (period > 0 ? period : 100_000)) : null;
    }

    private static @Nullable ByteSize positive(JsonNode bytes) {
        long value = bytes.asLong(0);
        return value > 0 ? new ByteSize(value) : null;
    }

    /** To the second, as the list tells it. */
    private static @Nullable Instant created(JsonNode text) {
        Instant created = EngineTime.parse(text);
        return created == null ? null : created.truncatedTo(ChronoUnit.SECONDS);
    }
}
