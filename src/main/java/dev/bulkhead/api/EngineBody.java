package dev.bulkhead.api;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.host.EngineHealth;
import dev.bulkhead.host.EngineStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One engine. */
@Schema(name = "Engine")
record EngineBody(
        String id,
        @Schema(description = "Id of the host") String host,
        EngineKind kind,
        String uri,
        EngineHealth health,

        @Schema(description = "Since when it is in that health")
        Instant since,

        String product,

        @Schema(description = "Null before the first answer") @Nullable
        String version,

        @Nullable String apiVersion,
        List<EngineInfo.Notice> notices,

        @Schema(description = "What failed last; null when it is up") @Nullable
        ErrorKind faultKind,

        @Schema(description = "The engine's or the system's words for it") @Nullable
        String fault) {

    static EngineBody of(EngineStatus status) {
        EngineInfo info = status.info();
        return new EngineBody(
                status.id().value(),
                status.host().value(),
                status.settings().kind(),
                status.settings().uri().toString(),
                status.health(),
                status.since(),
                status.product(),
                info == null ? null : info.version(),
                info == null ? null : info.apiVersion(),
                info == null ? List.of() : info.notices(),
                status.faultKind(),
                status.fault());
    }
}
