package dev.bulkhead.api;

import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One machine. */
@Schema(name = "Host")
record HostBody(
        String id,
        String name,
        @Schema(description = "Whether Bulkhead runs on it") boolean local,
        List<EngineBody> engines,
        CapacityBody capacity,

        @Schema(description = "Null before the first answer") @Nullable
        FactsBody facts,

        @Nullable Instant factsAt) {

    static HostBody of(HostStatus host) {
        return new HostBody(
                host.id().value(),
                host.name(),
                host.local(),
                host.engines().stream().map(EngineBody::of).toList(),
                CapacityBody.of(host.capacity()),
                FactsBody.of(host.facts()),
                host.factsAt());
    }

    /** Used, promised, there is. */
    @Schema(name = "Capacity")
    record CapacityBody(
            @Schema(description = "In logical CPUs") ResourceBody cpu,
            @Schema(description = "In bytes") ResourceBody memory,
            @Schema(description = "In bytes") ResourceBody storage) {

        static CapacityBody of(HostCapacity capacity) {
            return new CapacityBody(
                    ResourceBody.of(capacity.cpu()),
                    ResourceBody.of(capacity.memory()),
                    ResourceBody.of(capacity.storage()));
        }
    }

    /** One resource; null means unknown. */
    @Schema(name = "Resource")
    record ResourceBody(
            @Nullable Double used,

            @Schema(description = "To instances, by their limits") @Nullable
            Double promised,

            @Nullable Double total,

            @Schema(description = "How many times what there is was promised") @Nullable
            Double overCommit) {

        static ResourceBody of(HostCapacity.Resource resource) {
            return new ResourceBody(resource.used(), resource.promised(), resource.total(), resource.overCommit());
        }
    }

    /** What is known of the machine; "" and null mean unknown. */
    @Schema(name = "HostFacts")
    record FactsBody(
            String hostName,
            String operatingSystem,
            String kernel,
            String cpuModel,
            @Nullable Integer cpuThreads,
            @Nullable Long memoryBytes,
            @Nullable Instant bootedAt,

            @Schema(description = "Whether virtual machines run on the CPU itself") @Nullable
            Boolean hardwareAcceleration,

            List<PoolBody> pools) {

        static @Nullable FactsBody of(@Nullable HostFacts facts) {
            if (facts == null) {
                return null;
            }
            return new FactsBody(
                    facts.hostName(),
                    facts.operatingSystem(),
                    facts.kernel(),
                    facts.cpuModel(),
                    facts.cpuThreads(),
                    InstanceBody.bytes(facts.memoryTotal()),
                    facts.bootedAt(),
                    facts.hardwareAcceleration(),
                    facts.pools().stream().map(PoolBody::of).toList());
        }
    }

    /** Where disks and volumes live. */
    @Schema(name = "Pool")
    record PoolBody(
            String name,
            String driver,
            String location,
            @Nullable Long totalBytes,
            @Nullable Long usedBytes,
            @Nullable Long promisedBytes,
            boolean active) {

        static PoolBody of(HostFacts.Pool pool) {
            return new PoolBody(
                    pool.name(),
                    pool.driver(),
                    pool.location(),
                    InstanceBody.bytes(pool.total()),
                    InstanceBody.bytes(pool.used()),
                    InstanceBody.bytes(pool.promised()),
                    pool.active());
        }
    }
}
