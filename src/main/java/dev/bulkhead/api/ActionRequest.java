package dev.bulkhead.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to do. */
record ActionRequest(
        @Schema(ref = OpenApiConfiguration.ACTION) String action) {

    ActionRequest(@Nullable String action) {
        // An absent action gets the same answer as an unknown one, which names those there are.
        this.action = action == null ? "" : action;
    }
}
