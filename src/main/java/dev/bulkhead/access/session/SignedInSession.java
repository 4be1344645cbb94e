package dev.bulkhead.access.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that somebody is signed in with.
 *
 * @param id of the sign-in, as in the audit record; opens nothing
 * @param user who is signed in
 * @param since when it began
 * @param used when its user last asked for something
 * @param address where it began
 * @param browser "Firefox on Linux"; "" where that is not known
 * @param current whether it is the one that asks
 */
public record SignedInSession(
        String id,
        String user,
        Instant since,
        Instant used,
        @Nullable String address,
        String browser,
        boolean current) {}
