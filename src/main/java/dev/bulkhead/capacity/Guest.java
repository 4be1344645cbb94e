package dev.bulkhead.capacity;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import java.util.Set;

/**
 * An instance as something that needs room.
 *
 * @param id names it
 * @param name what its engine calls it
 * @param kind of the engine that it needs
 * @param size what it was promised
 * @param measured where it has no limit, so that its size is what it uses now
 */
public record Guest(InstanceId id, String name, EngineKind kind, Size size, Set<Measure> measured) {
    public Guest {
        measured = Set.copyOf(measured);
    }
}
