package dev.bulkhead.api;

import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.LeaseTerms.End;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.quota.Amounts;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much a project may hold and for how long; what is left out is not limited. */
@Schema(name = "Limits")
record LimitsBody(
        @Nullable AmountsBody quota,

        @Schema(description = "What is held by what is in it now", accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        AmountsBody held,

        @Nullable LeaseBody lease) {

    static LimitsBody of(Project project, Amounts held) {
        LeaseTerms lease = project.lease();
        return new LimitsBody(
                AmountsBody.of(project.quota().limits()::get),
                AmountsBody.of(held::of),
                lease == null
                        ? null
                        : new LeaseBody(
                                lease.time().toHours(),
                                lease.end(),
                                lease.grace().toHours()));
    }

    Quota wantedQuota() {
        try {
            return quota == null ? Quota.NONE : new Quota(quota.limits());
        } catch (IllegalArgumentException malformed) {
            throw new Problem(ProblemType.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
        }
    }

    @Nullable
    LeaseTerms wantedLease() {
        return lease == null ? null : lease.terms();
    }

    /** An amount of each measure. */
    @Schema(name = "Amounts")
    record AmountsBody(
            @Nullable Long instances,
            @Nullable Long virtualMachines,
            @Nullable Long systemContainers,
            @Nullable Long applicationContainers,

            @Schema(description = "In whole thousandths") @Nullable
            Double cpus,

            @Nullable Long memoryBytes,
            @Nullable Long diskBytes) {

        static AmountsBody of(Function<Measure, @Nullable Long> amounts) {
            Long cpus = amounts.apply(Measure.CPUS);
            return new AmountsBody(
                    amounts.apply(Measure.INSTANCES),
                    amounts.apply(Measure.VIRTUAL_MACHINES),
                    amounts.apply(Measure.SYSTEM_CONTAINERS),
                    amounts.apply(Measure.APPLICATION_CONTAINERS),
                    cpus == null ? null : Double.valueOf(Measure.cpus(cpus).doubleValue()),
                    amounts.apply(Measure.MEMORY),
                    amounts.apply(Measure.DISK));
        }

        Map<Measure, Long> limits() {
            Map<Measure, Long> limits = new EnumMap<>(Measure.class);
            put(limits, Measure.INSTANCES, instances);
            put(limits, Measure.VIRTUAL_MACHINES, virtualMachines);
            put(limits, Measure.SYSTEM_CONTAINERS, systemContainers);
            put(limits, Measure.APPLICATION_CONTAINERS, applicationContainers);
            put(limits, Measure.CPUS, cpus == null ? null : Long.valueOf(Measure.thousandths(cpus)));
            put(limits, Measure.MEMORY, memoryBytes);
            put(limits, Measure.DISK, diskBytes);
            return limits;
        }

        private static void put(Map<Measure, Long> limits, Measure measure, @Nullable Long limit) {
            if (limit != null) {
                limits.put(measure, limit);
            }
        }
    }

    /** How long what is in a project may stay. */
    @Schema(name = "LeaseTerms")
    record LeaseBody(
            @Schema(description = "From when an instance comes into the project, or is renewed")
            long hours,

            @Nullable End end,

            @Schema(description = "For how long it is off before it is deleted, where it is") @Nullable
            Long graceHours) {

        LeaseTerms terms() {
            try {
                return new LeaseTerms(
                        Duration.ofHours(hours),
                        end == null ? End.STOP : end,
                        graceHours == null ? Duration.ofDays(7) : Duration.ofHours(graceHours));
            } catch (IllegalArgumentException | ArithmeticException malformed) {
                throw new Problem(ProblemType.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
            }
        }
    }
}
