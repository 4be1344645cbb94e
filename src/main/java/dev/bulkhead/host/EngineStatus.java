package dev.bulkhead.host;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.EngineSettings;
import dev.bulkhead.engine.ErrorKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One engine as it stands now.
 *
 * @param id names it
 * @param host the machine it is on
 * @param settings how it is reached
 * @param health whether it answers
 * @param since since when it is in that health
 * @param info who it says it is; the last answer when it is not up, null before the first
 * @param faultKind what failed last; null when up
 * @param fault the engine's or the system's words for it; null when up
 */
public record EngineStatus(
        EngineId id,
        HostId host,
        EngineSettings settings,
        EngineHealth health,
        Instant since,
        @Nullable EngineInfo info,
        @Nullable ErrorKind faultKind,
        @Nullable String fault) {

    public boolean isUp() {
        return health == EngineHealth.UP;
    }

    /** What it is called: the product where it told, else the family's name. */
    public String product() {
        if (info != null) {
            return info.product();
        }
        return switch (settings.kind()) {
            case LIBVIRT -> "libvirt";
            case DOCKER -> "Docker";
            case LXD -> "LXD";
        };
    }
}
