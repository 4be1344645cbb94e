package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.api.CapacityAdviceBodies.LeftoversBody;
import dev.bulkhead.api.CapacityAdviceBodies.SizesBody;
import dev.bulkhead.api.CapacityAdviceBodies.TrendsBody;
import dev.bulkhead.api.CapacityBodies.EvacuationBody;
import dev.bulkhead.api.CapacityBodies.FitBody;
import dev.bulkhead.api.CapacityBodies.ReportBody;
import dev.bulkhead.capacity.CapacityService;
import dev.bulkhead.capacity.Guest;
import dev.bulkhead.capacity.LeftoverService;
import dev.bulkhead.capacity.RightSizingService;
import dev.bulkhead.capacity.Size;
import dev.bulkhead.capacity.TrendService;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.EngineKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Capacity")
class CapacityController {

    private final CapacityService capacity;
    private final RightSizingService sizing;
    private final LeftoverService leftovers;
    private final TrendService trends;

    CapacityController(
            CapacityService capacity, RightSizingService sizing, LeftoverService leftovers, TrendService trends) {
        this.trends = trends;
        this.capacity = capacity;
        this.sizing = sizing;
        this.leftovers = leftovers;
    }

    @GetMapping("/capacity")
    @Requires(Permission.ENTER)
    @Operation(
            summary = "What there is, is used and was promised, by host and by project",
            description = "Promised are the limits of all instances, running or not.")
    ReportBody report() {
        return ReportBody.of(capacity.report());
    }

    @GetMapping("/capacity/fit")
    @Requires(Permission.HOST_VIEW)
    @Operation(
            summary = "On which hosts something would fit, by which rule, and what would be left",
            description = "Give a size, or an instance that it is to be like.")
    List<FitBody> fit(
            @RequestParam(defaultValue = "0") double cpus,
            @RequestParam(defaultValue = "0") double memoryBytes,
            @RequestParam(defaultValue = "0") double diskBytes,
            @RequestParam(required = false) @Parameter(description = "Of the engine that it needs") @Nullable
                    EngineKind kind,
            @RequestParam(required = false) @Parameter(description = "An instance's id; its size counts then") @Nullable
                    String like) {
        if (like != null) {
            Guest guest = capacity.like(Ids.instance(like)).orElseThrow(() -> Problem.notFound("instance", like));
            return fits(guest.size(), guest.kind());
        }
        try {
            return fits(new Size(cpus, memoryBytes, diskBytes), kind);
        } catch (IllegalArgumentException malformed) {
            throw new Problem(ProblemType.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
        }
    }

    @GetMapping("/hosts/{id}/evacuation")
    @Requires(Permission.HOST_VIEW)
    @Operation(
            summary = "Where what runs on a host would fit if the host died",
            description = "The largest first, each onto the first other host with an engine of its kind and room.")
    EvacuationBody evacuation(@PathVariable String id) {
        try {
            return capacity.evacuation(new HostId(id))
                    .map(EvacuationBody::of)
                    .orElseThrow(() -> Problem.notFound("host", id));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("host", id);
        }
    }

    @GetMapping("/capacity/sizes")
    @Requires(Permission.ENTER)
    @Operation(
            summary = "Instances whose limits do not suit what they used over two weeks",
            description = "Nothing is said of what was measured for less than a day, and of what has no limit.")
    SizesBody sizes() {
        return sizing.proposals()
                .map(SizesBody::of)
                .orElseThrow(() ->
                        new Problem(ProblemType.HISTORY_UNAVAILABLE, "Its store does not answer; the log says why"));
    }

    @GetMapping("/capacity/leftovers")
    @Requires(Permission.ENTER)
    @Operation(
            summary = "Storage that nothing that runs uses",
            description =
                    "Engines are asked when somebody wants to know, once a minute at most: ask again until each has answered.")
    LeftoversBody leftovers() {
        return LeftoversBody.of(leftovers.list());
    }

    @GetMapping("/capacity/trends")
    @Requires(Permission.HOST_VIEW)
    @Operation(
            summary = "When each host, and each place of its storage, fills up at the pace of the last thirty days",
            description = "With the interval of 95 % confidence; no trend where that has zero in it.")
    List<TrendsBody> trends() {
        return trends.trends().stream().map(TrendsBody::of).toList();
    }

    private List<FitBody> fits(Size size, @Nullable EngineKind kind) {
        return capacity.fits(size, kind).stream().map(FitBody::of).toList();
    }
}
