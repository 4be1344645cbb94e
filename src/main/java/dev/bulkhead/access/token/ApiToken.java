package dev.bulkhead.access.token;

import dev.bulkhead.access.Limit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as people see it: never its secret.
 *
 * @param id names it, in the record too; the part of its text that is no secret
 * @param owner sign-in name of whose rights it stands for
 * @param name what its owner calls it
 * @param limit to what it narrows its owner's rights
 * @param expiresAt from when on it is worth nothing
 * @param lastUsedAt to the minute; null when it never was
 */
public record ApiToken(
        String id,
        String owner,
        String name,
        Limit limit,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    ApiToken usedAt(Instant moment) {
        return new ApiToken(id, owner, name, limit, createdAt, expiresAt, moment);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
