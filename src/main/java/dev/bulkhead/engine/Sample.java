package dev.bulkhead.engine;

import dev.bulkhead.common.ByteSize;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one instance's counters. Rates come from two of them.
 *
 * @param at when it was read
 * @param cpuTime CPU time used since the instance started; null when unknown
 * @param memoryUsed what the guest uses (balloon or cgroup figure without cache where the engine tells), else what the host holds for
 *     it; null when unknown
 */
public record Sample(
        Instant at, @Nullable Duration cpuTime, @Nullable ByteSize memoryUsed) {}
