package dev.bulkhead.api;

import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.api.CapacityBodies.PlaceBody;
import dev.bulkhead.capacity.HostTrends;
import dev.bulkhead.capacity.Leftover;
import dev.bulkhead.capacity.Leftovers;
import dev.bulkhead.capacity.PlaceTrend;
import dev.bulkhead.capacity.Proposal;
import dev.bulkhead.capacity.RightSizes;
import dev.bulkhead.capacity.Trend;
import dev.bulkhead.capacity.Trended;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of what could be done about room, and when it will have to be. */
final class CapacityAdviceBodies {

    private CapacityAdviceBodies() {}

    /** Limits that do not suit what was used. */
    @Schema(name = "RightSizes")
    record SizesBody(
            List<ProposalBody> proposals,

            @Schema(description = "Instances with a day of history or more; nothing is said of the others")
            int measured,

            @Schema(description = "Of any instance") long longestSeconds) {
        static SizesBody of(RightSizes sizes) {
            return new SizesBody(
                    sizes.proposals().stream().map(ProposalBody::of).toList(),
                    sizes.measured(),
                    sizes.longest().toSeconds());
        }
    }

    /** One limit, in CPUs or bytes. */
    @Schema(name = "SizeProposal")
    record ProposalBody(
            String id,
            String name,
            Measure measure,
            double limit,

            @Schema(description = "The 95th percentile over two weeks")
            double usual,

            double most,
            double proposed,

            @Schema(description = "For how long it was measured")
            long coveredSeconds) {
        static ProposalBody of(Proposal one) {
            return new ProposalBody(
                    one.id().toString(),
                    one.name(),
                    one.measure(),
                    one.limit(),
                    one.usual(),
                    one.most(),
                    one.proposed(),
                    one.covered().toSeconds());
        }
    }

    /** Storage that could be had back. */
    @Schema(name = "Leftovers")
    record LeftoversBody(
            @Schema(description = "Of what has a known size")
            double totalBytes,

            List<LeftoverBody> found,
            List<AskedBody> engines) {
        static LeftoversBody of(Leftovers leftovers) {
            return new LeftoversBody(
                    leftovers.total(),
                    leftovers.found().stream().map(LeftoverBody::of).toList(),
                    leftovers.engines().stream().map(AskedBody::of).toList());
        }
    }

    /** One thing. */
    @Schema(name = "Leftover")
    record LeftoverBody(
            Leftover.Kind kind,
            String host,
            String engine,
            String name,

            @Schema(description = "The pool that it lies in; may be empty")
            String place,

            @Schema(description = "Null where the engine does not tell") @Nullable
            Double bytes,

            @Schema(description = "The instance that has it") @Nullable
            String instance) {

        static LeftoverBody of(Leftover one) {
            return new LeftoverBody(
                    one.kind(),
                    one.host().value(),
                    one.engine().value(),
                    one.name(),
                    one.place(),
                    one.size(),
                    one.instance() == null ? null : one.instance().toString());
        }
    }

    /** Where a machine is going. */
    @Schema(name = "HostTrends")
    record TrendsBody(
            String host,
            String name,

            @Schema(description = "Of what was measured; in CPUs or bytes")
            Map<Trended, TrendBody> trends,

            @Schema(description = "Of the storage used, by file system or volume group")
            List<PlaceTrendBody> places) {
        static TrendsBody of(HostTrends host) {
            Map<Trended, TrendBody> trends = new EnumMap<>(Trended.class);
            host.trends().forEach((what, trend) -> trends.put(what, TrendBody.of(trend)));
            return new TrendsBody(
                    host.host().value(),
                    host.name(),
                    trends,
                    host.places().stream().map(PlaceTrendBody::of).toList());
        }
    }

    /** Where a file system or volume group is going. */
    @Schema(name = "StoragePlaceTrend")
    record PlaceTrendBody(PlaceBody place, TrendBody used) {
        static PlaceTrendBody of(PlaceTrend one) {
            return new PlaceTrendBody(PlaceBody.of(one.place()), TrendBody.of(one.trend()));
        }
    }

    /** A straight line through daily averages. */
    @Schema(name = "Trend")
    record TrendBody(
            Trend.Kind kind,

            @Schema(description = "How many days it is known from")
            int days,

            double perDay,

            @Schema(description = "The lower end of its interval of 95 % confidence")
            double slowest,

            @Schema(description = "The upper end") double fastest,

            @Schema(description = "When the limit is reached at that pace; null where it is not") @Nullable
            Instant full,

            @Nullable Instant earliest,
            @Nullable Instant latest) {

        static TrendBody of(Trend trend) {
            return new TrendBody(
                    trend.kind(),
                    trend.days(),
                    trend.perDay(),
                    trend.slowest(),
                    trend.fastest(),
                    trend.full(),
                    trend.earliest(),
                    trend.latest());
        }
    }
}
