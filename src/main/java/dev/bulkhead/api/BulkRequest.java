package dev.bulkhead.api;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do to which instances. */
record BulkRequest(
        @ArraySchema(minItems = 1, maxItems = Page.LARGEST) @Nullable
        List<String> ids,

        @Schema(ref = OpenApiConfiguration.ACTION) String action) {

    BulkRequest(@Nullable List<String> ids, @Nullable String action) {
        this.ids = ids;
        this.action = action == null ? "" : action;
    }

    /** @throws Problem when there are none or too many */
    List<String> checkedIds() {
        if (ids == null || ids.isEmpty() || ids.size() > Page.LARGEST || ids.contains(null)) {
            throw new Problem(ProblemType.INVALID_REQUEST, "ids has to hold 1 to " + Page.LARGEST + " ids");
        }
        return ids;
    }
}
