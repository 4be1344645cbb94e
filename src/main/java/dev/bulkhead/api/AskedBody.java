package dev.bulkhead.api;

import dev.bulkhead.host.Asked;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an engine was asked. */
@Schema(name = "Asked")
record AskedBody(
        String engine,

        @Schema(description = "When it answered; null while it is being asked") @Nullable
        Instant at,

        @Schema(description = "Why there is nothing of it, or nothing new") @Nullable
        String reason) {

    static AskedBody of(Asked asked) {
        return new AskedBody(asked.engine().value(), asked.at(), asked.reason());
    }
}
