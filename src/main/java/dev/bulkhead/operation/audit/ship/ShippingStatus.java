package dev.bulkhead.operation.audit.ship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one receiver.
 *
 * @param receiver its kind and address
 * @param shipped the number of the last row that it got
 * @param behind how many rows it does not have yet
 * @param dropped how many it will never get, since it was away for too long
 * @param since when it was lost; null while it takes rows
 * @param fault why; null while it takes rows
 */
public record ShippingStatus(
        String receiver,
        long shipped,
        long behind,
        long dropped,
        @Nullable Instant since,
        @Nullable String fault) {}
