package dev.bulkhead.api;

import dev.bulkhead.instance.BulkOutcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** What became of a request for many instances. */
@Schema(name = "BulkOutcome")
record BulkBody(
        List<OperationBody> accepted,

        @Schema(description = "Id of each instance that nothing is done to, and why")
        Map<String, String> refused) {

    static BulkBody of(BulkOutcome outcome, Map<String, String> refused) {
        return new BulkBody(outcome.accepted().stream().map(OperationBody::of).toList(), refused);
    }
}
