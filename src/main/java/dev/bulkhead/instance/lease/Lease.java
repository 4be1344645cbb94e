package dev.bulkhead.instance.lease;

import dev.bulkhead.common.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Until when an instance may stay where it is.
 *
 * @param instance which
 * @param project the one whose terms these are
 * @param endsAt by the wall clock
 * @param announced for how long pages have said that the end is near, by a clock that nobody can set; null while they do not
 * @param stopped for how long it has been over and the instance off, by the same clock; null while that is not so
 */
public record Lease(
        InstanceId instance,
        UUID project,
        Instant endsAt,
        @Nullable Duration announced,
        @Nullable Duration stopped) {

    /** How long before the end its reader is told. */
    public static final Duration EARLY_NOTICE = Duration.ofHours(24);

    /** How long before the end it is told urgently, and for how long at least it has been told before anything is done. */
    public static final Duration LAST_NOTICE = Duration.ofHours(1);

    /** How near its end is. */
    public enum Stage {
        FAR,
        WITHIN_A_DAY,
        WITHIN_AN_HOUR,
        OVER
    }

    public Stage stage(Instant now) {
        if (!now.isBefore(endsAt)) {
            return Stage.OVER;
        }
        if (!now.isBefore(endsAt.minus(LAST_NOTICE))) {
            return Stage.WITHIN_AN_HOUR;
        }
        return now.isBefore(endsAt.minus(EARLY_NOTICE)) ? Stage.FAR : Stage.WITHIN_A_DAY;
    }

    static Lease of(InstanceId instance, UUID project, Instant endsAt) {
        return new Lease(instance, project, endsAt, null, null);
    }
}
