package dev.bulkhead.api;

import dev.bulkhead.alert.Place;
import dev.bulkhead.alert.Rule;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.Signal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When something is an alert. */
@Schema(name = "AlertRule")
record AlertRuleBody(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        UUID id,

        String name,
        @Nullable Signal signal,

        @Schema(description = "How what it is about is chosen")
        Place.Level place,

        @Schema(description = "The host, project, label (name, or name=value) or instance; empty for all")
        String placeId,

        @Schema(description = "Whether much is bad; true when absent") @Nullable
        Boolean above,

        @Schema(
                description =
                        "In the unit of the signal: a share of 1, bytes a second, days; of no account for a state")
        @Nullable
        Double threshold,

        @Schema(description = "It is over on the good side of this; the threshold when absent") @Nullable
        Double clearing,

        @Schema(description = "For how long readings have to be bad; 0 when absent") @Nullable
        Long holdSeconds,

        @Schema(description = "For how long readings have to be good; 0 when absent") @Nullable
        Long clearSeconds,

        @Schema(description = "True when absent") @Nullable Boolean enabled) {

    AlertRuleBody(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Signal signal,
            Place.@Nullable Level place,
            @Nullable String placeId,
            @Nullable Boolean above,
            @Nullable Double threshold,
            @Nullable Double clearing,
            @Nullable Long holdSeconds,
            @Nullable Long clearSeconds,
            @Nullable Boolean enabled) {
        this.id = id;
        this.name = Text.orEmpty(name);
        this.signal = signal;
        this.place = Objects.requireNonNullElse(place, Place.Level.ALL);
        this.placeId = Text.orEmpty(placeId);
        this.above = above;
        this.threshold = threshold;
        this.clearing = clearing;
        this.holdSeconds = holdSeconds;
        this.clearSeconds = clearSeconds;
        this.enabled = enabled;
    }

    static AlertRuleBody of(Rule rule) {
        return new AlertRuleBody(
                rule.id(),
                rule.name(),
                rule.signal(),
                rule.place().level(),
                rule.place().id(),
                rule.above(),
                rule.threshold(),
                rule.clearing(),
                rule.holdFor().toSeconds(),
                rule.clearFor().toSeconds(),
                rule.enabled());
    }

    RuleService.Wanted wanted() {
        return new RuleService.Wanted(
                name,
                signal,
                new Place(place, placeId),
                above == null || above,
                threshold,
                clearing,
                Duration.ofSeconds(Objects.requireNonNullElse(holdSeconds, 0L)),
                Duration.ofSeconds(Objects.requireNonNullElse(clearSeconds, 0L)),
                enabled == null || enabled);
    }
}
