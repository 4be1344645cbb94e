package dev.bulkhead.instance;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one instance uses now.
 *
 * @param id of which
 * @param at when the later of the two readings was taken
 * @param cpus how many CPUs' worth of time it used between the two readings; null when unknown
 * @param memory null when unknown
 */
public record Usage(
        InstanceId id,
        Instant at,
        @Nullable Double cpus,
        @Nullable ByteSize memory) {}
