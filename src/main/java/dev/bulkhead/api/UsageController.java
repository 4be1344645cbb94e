package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Points;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/instances/{id}")
@Tag(name = "Usage")
class UsageController {

    private static final Duration USUAL = Duration.ofHours(1);
    private static final String CSV = "text/csv";

    private final HistoryService history;

    UsageController(HistoryService history) {
        this.history = history;
    }

    @GetMapping(path = "/usage", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(
            summary = "What an instance used",
            description =
                    "The finest points that are kept of that stretch and that are no more than asked for: every 10 s"
                            + " for two hours, 1 min for two weeks, 5 min for three months, 1 h for two years.")
    UsageBody usage(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = "An hour before its end, if left out") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Now, if left out") @Nullable Instant to,
            @RequestParam(defaultValue = "") Set<Meter> meter,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1000) int points) {
        return UsageBody.of(read(id, from, to, meter, points));
    }

    @GetMapping(path = "/usage.csv", produces = CSV)
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(summary = "The same as a table for spreadsheets")
    ResponseEntity<String> table(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "") Set<Meter> meter,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int points) {
        ContentDisposition disposition =
                ContentDisposition.attachment().filename("usage.csv").build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(UsageBody.csv(read(id, from, to, meter, points)));
    }

    private Points read(String id, @Nullable Instant from, @Nullable Instant to, Set<Meter> meters, int most) {
        Instant end = to == null ? Instant.now() : to;
        Instant begin = from == null ? end.minus(USUAL) : from;
        if (!begin.isBefore(end)) {
            throw new Problem(ProblemType.INVALID_REQUEST, "from: " + begin + " is not before to: " + end);
        }
        return history.read(
                        Ids.instance(id),
                        meters.isEmpty() ? List.of(Meter.values()) : List.copyOf(meters),
                        begin,
                        end,
                        most)
                .orElseThrow(() ->
                        new Problem(ProblemType.HISTORY_UNAVAILABLE, "Its store does not answer; the log says why"));
    }
}
