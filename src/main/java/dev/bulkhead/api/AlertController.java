package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.send.TargetService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/alerts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Alerts")
class AlertController {

    private final AlertService alerts;
    private final RuleService rules;
    private final TargetService targets;

    AlertController(AlertService alerts, RuleService rules, TargetService targets) {
        this.alerts = alerts;
        this.rules = rules;
        this.targets = targets;
    }

    @GetMapping
    @Requires(Permission.ENTER)
    @Operation(summary = "Alerts about what the caller may see, the newest first")
    List<AlertBody> list(
            @RequestParam(defaultValue = "false") @Parameter(description = "Only those that fire now") boolean firing,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int size) {
        return (firing ? alerts.firing().stream().limit(size) : alerts.history(size).stream())
                .map(AlertBody::of)
                .toList();
    }

    @GetMapping("/rules")
    @Requires(Permission.ALERT_MANAGE)
    @Operation(summary = "All rules, by name")
    List<AlertRuleBody> rules() {
        return rules.list().stream().map(AlertRuleBody::of).toList();
    }

    @PostMapping("/rules")
    @Requires(Permission.ALERT_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a rule")
    AlertRuleBody addRule(@RequestBody AlertRuleBody wanted) {
        return AlertRuleBody.of(rules.add(wanted.wanted()));
    }

    @PutMapping("/rules/{id}")
    @Requires(Permission.ALERT_MANAGE)
    @Operation(summary = "Change a rule", description = "What fires goes on firing while it is about the same.")
    AlertRuleBody changeRule(@PathVariable String id, @RequestBody AlertRuleBody wanted) {
        return AlertRuleBody.of(rules.change(Ids.uuid("rule", id), wanted.wanted()));
    }

    @DeleteMapping("/rules/{id}")
    @Requires(Permission.ALERT_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a rule", description = "What fires by it is over then.")
    void deleteRule(@PathVariable String id) {
        rules.delete(Ids.uuid("rule", id));
    }

    @GetMapping("/targets")
    @Requires(Permission.ALERT_MANAGE)
    @Operation(summary = "Who is told outside of Bulkhead, and how that goes; by name")
    List<AlertTargetBody> targets() {
        return targets.list().stream().map(AlertTargetBody::of).toList();
    }

    @PostMapping("/targets")
    @Requires(Permission.ALERT_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a target", description = "It is told at once what fires now.")
    AlertTargetBody addTarget(@RequestBody AlertTargetBody wanted) {
        return AlertTargetBody.of(targets.add(wanted.wanted()));
    }

    @PutMapping("/targets/{id}")
    @Requires(Permission.ALERT_MANAGE)
    @Operation(summary = "Change a target")
    AlertTargetBody changeTarget(@PathVariable String id, @RequestBody AlertTargetBody wanted) {
        return AlertTargetBody.of(targets.change(Ids.uuid("target", id), wanted.wanted()));
    }

    @DeleteMapping("/targets/{id}")
    @Requires(Permission.ALERT_MANAGE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a target")
    void deleteTarget(@PathVariable String id) {
        targets.delete(Ids.uuid("target", id));
    }

    @PostMapping("/targets/{id}/test")
    @Requires(Permission.ALERT_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send a test message", description = "What becomes of it the target tells.")
    void test(@PathVariable String id) {
        targets.test(Ids.uuid("target", id));
    }
}
