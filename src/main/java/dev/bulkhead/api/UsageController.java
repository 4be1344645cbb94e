package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Points;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Usage")
class UsageController {

    private static final String CSV = "text/csv";
    private static final String KEPT =
            "The finest points that are kept of that stretch and that are no more than asked for:"
                    + " every 10 s for two hours, 1 min for two weeks, 5 min for three months, 1 h for two years.";

    private final HistoryService history;

    UsageController(HistoryService history) {
        this.history = history;
    }

    @GetMapping(path = "/instances/{id}/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(summary = "What an instance used", description = KEPT)
    UsageBody usage(
            @PathVariable String id,
            @ParameterObject @ModelAttribute UsageStretch stretch,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int points) {
        return UsageBody.of(read(id, stretch, points));
    }

    @GetMapping(path = "/instances/{id}/usage.csv", produces = CSV)
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(summary = "The same as a table for spreadsheets")
    ResponseEntity<String> table(
            @PathVariable String id,
            @ParameterObject @ModelAttribute UsageStretch stretch,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int points) {
        return table(read(id, stretch, points));
    }

    @GetMapping(path = "/hosts/{id}/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.HOST_VIEW)
    @Operation(summary = "What a machine itself used", description = KEPT)
    UsageBody usageOfHost(
            @PathVariable String id,
            @ParameterObject @ModelAttribute UsageStretch stretch,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int points) {
        return UsageBody.of(readHost(id, stretch, points));
    }

    @GetMapping(path = "/hosts/{id}/usage.csv", produces = CSV)
    @Requires(Permission.HOST_VIEW)
    @Operation(summary = "The same as a table for spreadsheets")
    ResponseEntity<String> tableOfHost(
            @PathVariable String id,
            @ParameterObject @ModelAttribute UsageStretch stretch,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int points) {
        return table(readHost(id, stretch, points));
    }

    private Points read(String id, UsageStretch asked, int most) {
        InstanceId instance = Ids.instance(id);
        return read(
                asked.whole(Meter::isOfInstances),
                (meters, from, to) -> history.read(instance, meters, from, to, most));
    }

    private Points readHost(String id, UsageStretch asked, int most) {
        HostId host = HostId.parse(id).orElseThrow(() -> Problem.notFound("host", id));
        return read(asked.whole(meter -> true), (meters, from, to) -> history.read(host, meters, from, to, most));
    }

    /** What differs between instances and machines: whose history it is. */
    private interface Source {
        Optional<Points> read(List<Meter> meters, Instant from, Instant to);
    }

    private static Points read(UsageStretch.Whole stretch, Source source) {
        return source.read(stretch.meters(), stretch.from(), stretch.to()).orElseThrow(UsageController::unavailable);
    }

    static Problem unavailable() {
        return new Problem(ProblemType.HISTORY_UNAVAILABLE, "Its store does not answer; the log says why");
    }

    private static ResponseEntity<String> table(Points points) {
        ContentDisposition disposition =
                ContentDisposition.attachment().filename("usage.csv").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(UsageBody.csv(points));
    }
}
