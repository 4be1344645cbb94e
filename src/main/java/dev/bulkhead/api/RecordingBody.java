package dev.bulkhead.api;

import dev.bulkhead.console.Recording;
import dev.bulkhead.engine.ConsoleKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recording of a console. */
@Schema(name = "Recording")
record RecordingBody(
        UUID id,
        String instance,
        String instanceName,
        ConsoleKind kind,
        String startedBy,
        Instant startedAt,

        @Schema(description = "null while it goes on") @Nullable
        Instant endedAt,

        long bytes,

        @Schema(description = "Who was in the console meanwhile, separated by commas; empty while it goes on")
        String watchers) {

    static RecordingBody of(Recording recording) {
        return new RecordingBody(
                recording.id(),
                recording.instance().toString(),
                recording.instanceName(),
                recording.kind(),
                recording.startedBy(),
                recording.startedAt(),
                recording.endedAt(),
                recording.bytes(),
                recording.watchers());
    }
}
