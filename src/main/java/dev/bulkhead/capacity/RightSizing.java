package dev.bulkhead.capacity;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.metrics.UsageLevels.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What size would suit, by what was used. Far below a limit is a 95th percentile of less than half of it; at the limit is one of more
 * than nine tenths. What is proposed is that percentile and a quarter more, rounded up to what people set; between two sizes that differ
 * by less than a quarter nobody is bothered.
 */
final class RightSizing {

    /** Less history says nothing. */
    static final Duration LEAST = Duration.ofDays(1);

    private static final double FAR_BELOW = 0.5;
    private static final double AT_LIMIT = 0.9;
    private static final double HEADROOM = 1.25;
    private static final double WORTH_IT = 0.75;
    private static final double MIB = 1L << 20;

    private RightSizing() {}

    /** Limits that do not suit, those that are reached first, then by what could be given back. */
    static RightSizes of(Collection<Instance> instances, Map<InstanceId, Level> known) {
        List<Proposal> proposals = new ArrayList<>();
        int measured = 0;
        Duration longest = Duration.ZERO;
        for (Instance instance : instances) {
            Level level = known.get(instance.id());
            if (level == null) {
                continue;
            }
            longest = level.covered().compareTo(longest) > 0 ? level.covered() : longest;
            if (level.covered().compareTo(LEAST) >= 0) {
                measured++;
                cpus(instance, level).ifPresent(proposals::add);
                memory(instance, level).ifPresent(proposals::add);
            }
        }
        proposals.sort(Comparator.comparing((Proposal one) -> !one.isTight())
                .thenComparing(Proposal::measure)
                .thenComparing(Comparator.comparingDouble(Proposal::freed).reversed())
                .thenComparing(Proposal::id));
        return new RightSizes(proposals, measured, longest);
    }

    private static Optional<Proposal> cpus(Instance instance, Level level) {
        Double limit = instance.cpus();
        Double usual = level.cpus();
        Double most = level.cpusMost();
        if (limit == null || usual == null || most == null) {
            return Optional.empty();
        }
        double step = cpuStep(instance.kind() == InstanceKind.VIRTUAL_MACHINE);
        return proposal(instance, Measure.CPUS, limit, usual, most, propose(limit, usual, step), level.covered());
    }

    private static Optional<Proposal> memory(Instance instance, Level level) {
        Double usual = level.memory();
        Double most = level.memoryMost();
        if (instance.memory() == null || usual == null || most == null) {
            return Optional.empty();
        }
        double limit = instance.memory().bytes();
        return proposal(
                instance,
                Measure.MEMORY,
                limit,
                usual,
                most,
                propose(limit, usual, memoryStep(usual)),
                level.covered());
    }

    private static Optional<Proposal> proposal(
            Instance instance,
            Measure measure,
            double limit,
            double usual,
            double most,
            OptionalDouble proposed,
            Duration covered) {
        return proposed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal(
                        instance.id(), instance.name(), measure, limit, usual, most, proposed.getAsDouble(), covered));
    }

    /**
     * @param usual the 95th percentile
     * @param step what is proposed is a multiple of it, and one of it at least
     * @return empty where the limit suits
     */
    static OptionalDouble propose(double limit, double usual, double step) {
        double proposed = Math.max(1, Math.ceil(usual * HEADROOM / step - 1e-9)) * step;
        boolean less = usual < limit * FAR_BELOW && proposed <= limit * WORTH_IT;
        boolean more = usual > limit * AT_LIMIT && proposed > limit;
        return less || more ? OptionalDouble.of(proposed) : OptionalDouble.empty();
    }

    /** Whole CPUs for machines, quarters for containers. */
    static double cpuStep(boolean machine) {
        return machine ? 1 : 0.25;
    }

    /** 64 MiB below 1 GiB, 256 MiB from there, 1 GiB from 16 GiB on. */
    static double memoryStep(double usual) {
        if (usual < 1024 * MIB) {
            return 64 * MIB;
        }
        return usual < 16 * 1024 * MIB ? 256 * MIB : 1024 * MIB;
    }
}
