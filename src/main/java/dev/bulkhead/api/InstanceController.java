package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.BulkOutcome;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.lease.LeaseService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/instances", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Instances")
class InstanceController {

    private static final String DEFAULT_SIZE = "100";

    private final InstanceService instances;
    private final InstanceBodies bodies;
    private final LeaseService leases;

    InstanceController(InstanceService instances, InstanceBodies bodies, LeaseService leases) {
        this.instances = instances;
        this.bodies = bodies;
        this.leases = leases;
    }

    @GetMapping
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(
            summary = "Instances of all kinds",
            description =
                    "Each filter takes several values, repeated or separated by commas; of one filter any has to match,"
                            + " of different ones all.")
    Page<InstanceBody> list(
            @RequestParam(defaultValue = "") Set<InstanceKind> kind,
            @RequestParam(defaultValue = "") Set<InstanceState> state,
            @RequestParam(defaultValue = "") @Parameter(description = "Ids") Set<String> host,
            @RequestParam(defaultValue = "") @Parameter(description = "Ids") Set<String> engine,
            @RequestParam(defaultValue = "") @Parameter(description = "Names") Set<String> project,
            @RequestParam(defaultValue = "")
                    @Size(max = 200)
                    @Parameter(
                            description = "Words that each occur in name, address, title, label, image, project or id")
                    String q,
            @RequestParam(defaultValue = "NAME") InstanceQuery.Sort sort,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "0") @Min(0) @Parameter(description = "From 0") int page,
            @RequestParam(defaultValue = DEFAULT_SIZE) @Min(1) @Max(Page.LARGEST) int size) {
        InstanceQuery query = new InstanceQuery(q, kind, state, host, engine, project, sort, descending);
        return Page.of(instances.list(query), page, size, bodies::of);
    }

    @GetMapping("/{id}")
    @Requires(Permission.INSTANCE_VIEW)
    @Operation(summary = "One instance")
    InstanceBody one(@PathVariable String id) {
        return InstanceId.parse(id)
                .flatMap(instances::find)
                .map(bodies::of)
                .orElseThrow(() -> Problem.notFound("instance", id));
    }

    @PostMapping("/{id}/actions")
    @Requires(Permission.INSTANCE_OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have something done to an instance",
            description = "Answers at once with the operation that tracks it; its address is in the Location header.")
    ResponseEntity<OperationBody> perform(@PathVariable String id, @RequestBody ActionRequest request) {
        Action action = ActionName.parse(request.action());
        InstanceId instance = InstanceId.parse(id).orElseThrow(() -> Problem.notFound("instance", id));
        OperationBody operation = OperationBody.of(instances.perform(instance, action));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/" + operation.id()))
                .body(operation);
    }

    @PostMapping("/{id}/lease/renewal")
    @Requires(Permission.INSTANCE_RENEW)
    @Operation(
            summary = "Begin an instance's lease anew",
            description = "It ends as late as if the instance had come into its project now.")
    InstanceBody renew(@PathVariable String id) {
        InstanceId instance = Ids.instance(id);
        // Before it is said that it has none: what may not be seen is not there.
        one(id);
        if (leases.renew(instance).isEmpty()) {
            throw new Problem(ProblemType.CONFLICT, "It has no lease: it may stay as long as it likes");
        }
        return one(id);
    }

    @PostMapping("/actions")
    @Requires(Permission.INSTANCE_OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have something done to many instances",
            description = "Each that allows it gets an operation; the others are named with the reason.")
    BulkBody performAll(@RequestBody BulkRequest request) {
        Action action = ActionName.parse(request.action());
        Set<InstanceId> known = new LinkedHashSet<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (String id : request.checkedIds()) {
            Optional<InstanceId> parsed = InstanceId.parse(id);
            parsed.ifPresentOrElse(known::add, () -> refused.put(id, "There is no such instance"));
        }
        BulkOutcome outcome = instances.performAll(known, action);
        outcome.refused().forEach((id, reason) -> refused.put(id.toString(), reason));
        return BulkBody.of(outcome, refused);
    }
}
