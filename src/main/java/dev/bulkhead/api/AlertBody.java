package dev.bulkhead.api;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.Signal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One alert, with the numbers that made it one. */
@Schema(name = "Alert")
record AlertBody(
        UUID id,
        UUID rule,

        @Schema(description = "What the rule was called when it fired")
        String ruleName,

        Signal signal,
        Signal.Kind kind,

        @Schema(description = "Id of the instance, host or engine")
        String subject,

        @Schema(description = "What that was called when it fired")
        String name,

        String host,
        Instant firedAt,

        @Schema(
                description =
                        "The reading that fired it, in the unit of the signal: a share of 1, bytes a second, days, or 1")
        double value,

        @Schema(description = "Whether it was at or above the threshold; else at or below")
        boolean above,

        double threshold,

        @Schema(description = "For how long readings had been so")
        long lastedSeconds,

        String detail,

        @Schema(description = "When it was over; null while it fires") @Nullable
        Instant endedAt,

        @Schema(description = "Whether it cleared, is about what is no more, or lost its rule")
        Alert.@Nullable Why endedWhy,

        @Schema(description = "The reading that cleared it; null where none did") @Nullable
        Double endedValue) {

    static AlertBody of(Alert alert) {
        Alert.End end = alert.end();
        return new AlertBody(
                alert.id(),
                alert.rule(),
                alert.ruleName(),
                alert.signal(),
                alert.subject().kind(),
                alert.subject().id(),
                alert.subject().name(),
                alert.subject().host().value(),
                alert.firedAt(),
                alert.value(),
                alert.above(),
                alert.threshold(),
                alert.lasted().toSeconds(),
                alert.detail(),
                end == null ? null : end.at(),
                end == null ? null : end.why(),
                end == null ? null : end.value());
    }
}
