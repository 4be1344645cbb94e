package dev.bulkhead.api;

import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One tracked action. */
@Schema(name = "Operation")
record OperationBody(
        UUID id,
        String action,

        @Schema(description = "Id of the instance that it is done to")
        String instance,

        @Schema(description = "What that was called when it was asked for")
        String instanceName,

        @Schema(description = "Who asked") String actor,
        OperationState state,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(description = "Kind of the failure; null otherwise") @Nullable
        String errorKind,

        @Schema(description = "The engine's own words when it failed") @Nullable
        String message) {

    static OperationBody of(Operation operation) {
        return new OperationBody(
                operation.id(),
                operation.verb(),
                operation.target(),
                operation.targetName(),
                operation.actor(),
                operation.state(),
                operation.requestedAt(),
                operation.startedAt(),
                operation.endedAt(),
                operation.errorKind(),
                operation.message());
    }
}
