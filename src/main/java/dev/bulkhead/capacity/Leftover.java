package dev.bulkhead.capacity;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Something whose storage could be had back.
 *
 * @param kind what it is
 * @param engine whose it is
 * @param name the engine's name for it
 * @param place the pool that it lies in; "" where the engine has but one place or several are meant
 * @param size in bytes, what would be had back; null where the engine does not tell
 * @param instance the instance that has it; null for what no instance has
 */
public record Leftover(
        Kind kind,
        HostId host,
        EngineId engine,
        String name,
        String place,
        @Nullable Double size,
        @Nullable InstanceId instance) {

    /** The kinds, in the order in which they are shown. */
    public enum Kind {
        /** The disks of an instance that does not run. */
        STOPPED_INSTANCE,
        VOLUME,
        UNTAGGED_IMAGE,
        CACHED_IMAGE,
        BUILD_CACHE
    }

    OptionalDouble known() {
        return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
    }
}
