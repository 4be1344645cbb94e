package dev.bulkhead.api;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/operations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Operations")
class OperationController {

    private final OperationService operations;

    OperationController(OperationService operations) {
        this.operations = operations;
    }

    @GetMapping
    @Requires(Permission.OPERATION_VIEW)
    @Operation(summary = "Operations, the newest first")
    Page<OperationBody> list(
            @RequestParam(defaultValue = "") Set<OperationState> state,
            @RequestParam(required = false) @Parameter(description = "Id of the instance") @Nullable String instance,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LARGEST) int size) {
        OperationQuery query = new OperationQuery(state, instance, page * size, size);
        return new Page<>(
                operations.list(query).stream().map(OperationBody::of).toList(), page, size, operations.count(query));
    }

    @GetMapping("/{id}")
    @Requires(Permission.OPERATION_VIEW)
    @Operation(summary = "One operation")
    OperationBody one(@PathVariable String id) {
        return find(id).map(OperationBody::of).orElseThrow(() -> Problem.notFound("operation", id));
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.OPERATION_CANCEL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel an operation that still waits")
    void cancel(@PathVariable String id) {
        UUID known =
                find(id).map(dev.bulkhead.operation.Operation::id).orElseThrow(() -> Problem.notFound("operation", id));
        if (!operations.cancel(known)) {
            throw new Problem(ProblemType.CONFLICT, "It has begun or ended: only what waits can be cancelled");
        }
    }

    private Optional<dev.bulkhead.operation.Operation> find(String id) {
        try {
            return operations.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
