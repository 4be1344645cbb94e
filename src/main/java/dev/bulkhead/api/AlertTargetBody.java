package dev.bulkhead.api;

import dev.bulkhead.alert.send.Form;
import dev.bulkhead.alert.send.MutedHours;
import dev.bulkhead.alert.send.TargetService;
import dev.bulkhead.alert.send.TargetStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told of alerts, and how that goes. */
@Schema(name = "AlertTarget")
record AlertTargetBody(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        UUID id,

        String name,
        @Nullable Form form,

        @Schema(
                description =
                        "E-mail addresses with commas between them, or a web address; of that only the host is ever told."
                                + " Empty in a change: it stays")
        String address,

        @Schema(description = "True when absent") @Nullable Boolean enabled,

        @Schema(description = "Muted each day from then, in the server's time zone") @Nullable
        LocalTime mutedFrom,

        @Schema(description = "Muted until then") @Nullable LocalTime mutedUntil,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY, description = "When it took something last, since the start")
        @Nullable
        Instant toldAt,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY, description = "Since when it takes nothing") @Nullable
        Instant faultSince,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY, description = "Why it takes nothing") @Nullable
        String fault) {

    AlertTargetBody(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Form form,
            @Nullable String address,
            @Nullable Boolean enabled,
            @Nullable LocalTime mutedFrom,
            @Nullable LocalTime mutedUntil,
            @Nullable Instant toldAt,
            @Nullable Instant faultSince,
            @Nullable String fault) {
        this.id = id;
        this.name = Text.orEmpty(name);
        this.form = form;
        this.address = Text.orEmpty(address);
        this.enabled = enabled;
        this.mutedFrom = mutedFrom;
        this.mutedUntil = mutedUntil;
        this.toldAt = toldAt;
        this.faultSince = faultSince;
        this.fault = fault;
    }

    static AlertTargetBody of(TargetStatus target) {
        MutedHours muted = target.muted();
        return new AlertTargetBody(
                target.id(),
                target.name(),
                target.form(),
                target.address(),
                target.enabled(),
                muted == null ? null : muted.from(),
                muted == null ? null : muted.until(),
                target.toldAt(),
                target.faultSince(),
                target.fault());
    }

    TargetService.Wanted wanted() {
        return new TargetService.Wanted(name, form, address, enabled == null || enabled, mutedFrom, mutedUntil);
    }

    /** The address may be a secret. */
    @Override
    public String toString() {
        return "AlertTargetBody[" + name + "]";
    }
}
