package dev.bulkhead.host;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.HostFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One machine as it stands now.
 *
 * @param id names it
 * @param name what people call it
 * @param local whether Bulkhead runs on it
 * @param inside the host on which this one is a guest; null for a machine of its own
 * @param engines in the order of configuration
 * @param facts what is known of the machine, merged from all its engines; null before the first answer
 * @param factsAt when the facts were read; null before the first answer
 * @param capacity used, promised, there is
 * @param promised to the instances of its engines, those without limits counted
 */
public record HostStatus(
        HostId id,
        String name,
        boolean local,
        @Nullable HostId inside,
        List<EngineStatus> engines,
        @Nullable HostFacts facts,
        @Nullable Instant factsAt,
        HostCapacity capacity,
        Promises.Promised promised) {

    public HostStatus {
        engines = List.copyOf(engines);
    }

    /** Where its engines keep disks, each file system once; their sum is the capacity's storage. */
    public List<StoragePlace> storagePlaces() {
        return facts == null ? List.of() : CapacityCalculator.places(facts.pools());
    }
}
