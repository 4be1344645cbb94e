package dev.bulkhead.host;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.HostFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All hosts, for features that work in nobody's name: what they tell further they narrow to what may be seen. From memory. */
@Component
public class HostFeed {

    private final EngineRegistry registry;
    private final HostFactsReader facts;

    HostFeed(EngineRegistry registry, HostFactsReader facts) {
        this.registry = registry;
        this.facts = facts;
    }

    /**
     * One machine.
     *
     * @param id names it
     * @param name what people call it
     * @param facts as last read, at least once a minute while it answers; null before the first answer
     * @param at when that was; null before the first answer
     */
    public record Reading(
            HostId id,
            String name,
            @Nullable HostFacts facts,
            @Nullable Instant at) {

        /** Over all its active pools, each file system once, in bytes. */
        public HostCapacity.Resource storage() {
            return facts == null ? HostCapacity.Resource.UNKNOWN : CapacityCalculator.storage(facts.pools());
        }

        /** Where its engines keep disks, each file system once. */
        public List<StoragePlace> storagePlaces() {
            return facts == null ? List.of() : CapacityCalculator.places(facts.pools());
        }
    }

    /** In the order of configuration. */
    public List<Reading> hosts() {
        return registry.hosts().stream()
                .map(host -> facts.peek(host.id())
                        .map(reading -> new Reading(host.id(), host.name(), reading.now(), reading.at()))
                        .orElse(new Reading(host.id(), host.name(), null, null)))
                .toList();
    }

    /** Of all hosts. */
    public List<EngineStatus> engines() {
        return registry.statuses();
    }
}
