package dev.bulkhead.api;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.api.HostBody.ResourceBody;
import dev.bulkhead.api.LimitsBody.AmountsBody;
import dev.bulkhead.capacity.CapacityReport;
import dev.bulkhead.capacity.CapacityReport.HostUse;
import dev.bulkhead.capacity.CapacityReport.ProjectUse;
import dev.bulkhead.capacity.CapacityReport.Unlimited;
import dev.bulkhead.capacity.Check;
import dev.bulkhead.capacity.Evacuation;
import dev.bulkhead.capacity.Fit;
import dev.bulkhead.capacity.Guest;
import dev.bulkhead.capacity.Rule;
import dev.bulkhead.capacity.Size;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.host.StoragePlace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON of what there is room for. */
final class CapacityBodies {

    private CapacityBodies() {}

    /** What there is, is used and was promised, by host and by project. */
    @Schema(name = "CapacityReport")
    record ReportBody(List<HostUseBody> hosts, List<ProjectUseBody> projects) {
        static ReportBody of(CapacityReport report) {
            return new ReportBody(
                    report.hosts().stream().map(HostUseBody::of).toList(),
                    report.projects().stream().map(ProjectUseBody::of).toList());
        }
    }

    /** One machine. */
    @Schema(name = "HostUse")
    record HostUseBody(
            String id,
            String name,

            @Schema(description = "The host on which this one is a guest, so that sums leave it out") @Nullable
            String inside,

            @Schema(description = "In logical CPUs") ResourceBody cpu,
            @Schema(description = "In bytes") ResourceBody memory,

            @Schema(description = "In bytes, each file system once")
            ResourceBody storage,

            List<PlaceBody> storagePlaces,

            @Schema(description = "Instances that could use all CPUs")
            int withoutCpuLimit,

            @Schema(description = "Instances that could use all memory")
            int withoutMemoryLimit,

            @Schema(description = "Those of them that you may see")
            List<UnlimitedBody> unlimited) {

        static HostUseBody of(HostUse use) {
            HostStatus host = use.host();
            return new HostUseBody(
                    host.id().value(),
                    host.name(),
                    host.inside() == null ? null : host.inside().value(),
                    ResourceBody.of(host.capacity().cpu()),
                    ResourceBody.of(host.capacity().memory()),
                    ResourceBody.of(host.capacity().storage()),
                    host.storagePlaces().stream().map(PlaceBody::of).toList(),
                    host.promised().withoutCpuLimit(),
                    host.promised().withoutMemoryLimit(),
                    use.unlimited().stream().map(UnlimitedBody::of).toList());
        }
    }

    /** A file system or volume group. */
    @Schema(name = "StoragePlace")
    record PlaceBody(List<String> pools, String driver, ResourceBody storage) {
        static PlaceBody of(StoragePlace place) {
            return new PlaceBody(place.pools(), place.driver(), ResourceBody.of(place.resource()));
        }
    }

    /** An instance without a limit. */
    @Schema(name = "Unlimited")
    record UnlimitedBody(
            String id,
            String name,
            @Schema(description = "Of what") Set<Measure> measures) {
        static UnlimitedBody of(Unlimited unlimited) {
            return new UnlimitedBody(unlimited.id().toString(), unlimited.name(), unlimited.measures());
        }
    }

    /** One project, of what you see of it. */
    @Schema(name = "ProjectUse")
    record ProjectUseBody(
            String id,
            String name,
            AmountsBody promised,
            int withoutCpuLimit,
            int withoutMemoryLimit,
            SizeBody used,

            @Schema(description = "How much it may be promised; null is no limit")
            AmountsBody quota) {

        static ProjectUseBody of(ProjectUse use) {
            return new ProjectUseBody(
                    use.project().id().toString(),
                    use.project().name(),
                    AmountsBody.of(use.promised()::of),
                    use.withoutCpuLimit(),
                    use.withoutMemoryLimit(),
                    SizeBody.of(use.used()),
                    AmountsBody.of(use.quota().limits()::get));
        }
    }

    /** How large something is. */
    @Schema(name = "Size")
    record SizeBody(double cpus, double memoryBytes, double diskBytes) {
        static SizeBody of(Size size) {
            return new SizeBody(size.cpus(), size.memory(), size.disk());
        }
    }

    /** Whether something fits on a host. */
    @Schema(name = "Fit")
    record FitBody(
            String host,
            String name,
            boolean fits,
            @Schema(description = "How many of them fit") int times,
            List<CheckBody> checks,

            @Schema(description = "Instances there that could use all memory, so that no rule holds")
            int openMemory) {

        static FitBody of(Fit fit) {
            return new FitBody(
                    fit.host().value(),
                    fit.name(),
                    fit.fits(),
                    fit.times(),
                    fit.checks().stream().map(CheckBody::of).toList(),
                    fit.openMemory());
        }
    }

    /** One rule: taken + wanted ≤ limit; null means unknown. */
    @Schema(name = "FitCheck")
    record CheckBody(
            Rule rule,
            boolean fits,

            @Schema(description = "The pools that were looked at, for storage")
            String where,

            double wanted,
            @Nullable Double taken,
            @Nullable Double limit,

            @Schema(description = "limit − taken − wanted") @Nullable
            Double left) {

        static CheckBody of(Check check) {
            return new CheckBody(
                    check.rule(),
                    check.fits(),
                    check.where(),
                    check.wanted(),
                    check.taken(),
                    check.limit(),
                    check.left());
        }
    }

    /** Where what runs on a host would fit if the host died. */
    @Schema(name = "Evacuation")
    record EvacuationBody(
            List<PlacementBody> placements,

            @Schema(description = "The other hosts with all of that on them")
            List<FitBody> after) {
        static EvacuationBody of(Evacuation plan) {
            return new EvacuationBody(
                    plan.placements().stream().map(PlacementBody::of).toList(),
                    plan.after().stream().map(FitBody::of).toList());
        }
    }

    /** One instance. */
    @Schema(name = "Placement")
    record PlacementBody(
            String id,
            String name,
            SizeBody size,

            @Schema(description = "Where its size is what it uses now, since it has no limit")
            Set<Measure> measured,

            @Schema(description = "Null where it fits nowhere") @Nullable
            String to,

            @Schema(description = "What hosts with its kind of engine lack; empty where there is no such host")
            Set<Rule> lacking) {

        static PlacementBody of(Evacuation.Placement placement) {
            Guest guest = placement.guest();
            return new PlacementBody(
                    guest.id().toString(),
                    guest.name(),
                    SizeBody.of(guest.size()),
                    guest.measured(),
                    placement.to() == null ? null : placement.to().value(),
                    placement.lacking());
        }
    }
}
