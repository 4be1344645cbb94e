package dev.bulkhead.api;

import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditQuery;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows of the record are asked for, as the address has it. */
record AuditFilter(
        @Parameter(description = "Names of users") @Nullable Set<String> actor,

        @Parameter(description = "What was done, as `start` or `sign-in`") @Nullable
        Set<String> verb,

        @Parameter(description = "What became of it") @Nullable
        Set<AuditOutcome> outcome,

        @Parameter(description = "Id of what it was done to, or a part of its name") @Nullable
        String target,

        @Parameter(description = "None before") @Nullable Instant from,

        @Parameter(description = "None at or after") @Nullable
        Instant until) {

    AuditQuery query() {
        return new AuditQuery(
                Objects.requireNonNullElse(actor, Set.of()),
                Objects.requireNonNullElse(verb, Set.of()),
                Objects.requireNonNullElse(outcome, Set.of()),
                Objects.requireNonNullElse(target, ""),
                from,
                until);
    }
}
