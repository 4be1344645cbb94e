package dev.bulkhead.metrics;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What instances used. Reading blocks for the embedded database, some milliseconds. */
@Service
public class HistoryService {

    private final History history;

    HistoryService(History history) {
        this.history = history;
    }

    /**
     * A stretch of an instance's history, of the finest points that are kept of it and that are no more than asked for.
     *
     * @param meters which
     * @param most points, at least 1
     * @return empty while the history cannot be read; no points where nothing was measured
     * @throws IllegalArgumentException when {@code from} is not before {@code to}
     */
    @Requires(Permission.INSTANCE_VIEW)
    public Optional<Points> read(InstanceId id, List<Meter> meters, Instant from, Instant to, int most) {
        return read(id.toString(), meters, from, to, most);
    }

    /** As {@link #read(InstanceId, List, Instant, Instant, int)}, of a machine. */
    @Requires(Permission.HOST_VIEW)
    public Optional<Points> read(HostId id, List<Meter> meters, Instant from, Instant to, int most) {
        return read(id.toString(), meters, from, to, most);
    }

    private Optional<Points> read(String subject, List<Meter> meters, Instant from, Instant to, int most) {
        long seconds = Duration.between(from, to).toSeconds();
        if (seconds <= 0 || most < 1) {
            throw new IllegalArgumentException("The range is empty");
        }
        Resolution resolution =
                Resolution.of(from.getEpochSecond(), Instant.now().getEpochSecond());
        long step = resolution.step() * Math.max(1, Math.ceilDiv(seconds, resolution.step() * most));
        return history.read(
                new StretchQuery(subject, meters, from.getEpochSecond(), to.getEpochSecond(), resolution, step));
    }
}
