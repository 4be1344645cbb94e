package dev.bulkhead.api;

import dev.bulkhead.console.ConsoleSession;
import dev.bulkhead.engine.ConsoleKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One console that is open. */
@Schema(name = "Console")
record ConsoleBody(
        UUID id,
        String instance,
        String instanceName,
        ConsoleKind kind,

        @Schema(description = "Which of several; empty for the only one")
        String port,

        @Schema(description = "What was opened, as /bin/bash")
        String label,

        String owner,
        Instant openedAt,

        @Schema(description = "Whether others than its owner may join")
        boolean shared,

        List<ConsoleSession.Participant> viewers,

        @Schema(description = "The viewer who types; null when nobody does") @Nullable
        UUID holder,

        @Schema(description = "Bytes that came from the guest")
        long received,

        @Schema(description = "Whether it is being recorded")
        boolean recording) {

    static ConsoleBody of(ConsoleSession session) {
        return new ConsoleBody(
                session.id(),
                session.instance().toString(),
                session.instanceName(),
                session.kind(),
                session.port(),
                session.label(),
                session.owner(),
                session.opened(),
                session.shared(),
                session.viewers(),
                session.holder(),
                session.received(),
                session.recording());
    }
}
