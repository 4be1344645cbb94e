package dev.bulkhead.alert.send;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target and how telling it goes, without its secret.
 *
 * @param address as far as it may be shown
 * @param mutedNow whether it is its muted hours
 * @param toldAt when it took something last, since this server started; null for not yet
 * @param faultSince since when it takes nothing; null while it does
 * @param fault why; null while it does
 */
public record TargetStatus(
        UUID id,
        String name,
        Form form,
        String address,
        boolean enabled,
        @Nullable MutedHours muted,
        boolean mutedNow,
        @Nullable Instant toldAt,
        @Nullable Instant faultSince,
        @Nullable String fault) {}
