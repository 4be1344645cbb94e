package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Ranking;
import dev.bulkhead.metrics.Resource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/usage", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Usage")
class TopController {

    private final HistoryService history;
    private final InstanceService instances;

    TopController(HistoryService history, InstanceService instances) {
        this.history = history;
        this.instances = instances;
    }

    @GetMapping("/top")
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(summary = "Who used most of a resource", description = "Of the instances that there are now.")
    TopBody top(
            @RequestParam(defaultValue = "CPU") Resource resource,
            @RequestParam(defaultValue = "AVERAGE") Ranking.By by,
            @RequestParam(required = false) @Parameter(description = "An hour before its end, if left out") @Nullable
                    Instant from,
            @RequestParam(required = false) @Parameter(description = "Now, if left out") @Nullable Instant to,
            @RequestParam(defaultValue = "10") @Min(1) @Max(1000) int limit) {
        UsageStretch.Whole stretch = new UsageStretch(from, to, null).whole(meter -> true);
        Ranking ranking =
                history.rank(resource, stretch.from(), stretch.to()).orElseThrow(UsageController::unavailable);
        return TopBody.of(ranking, by, limit, this::name);
    }

    private String name(InstanceId id) {
        return instances.find(id).map(item -> item.instance().name()).orElse("");
    }
}
