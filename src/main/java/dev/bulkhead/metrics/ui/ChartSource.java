package dev.bulkhead.metrics.ui;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Measured;
import dev.bulkhead.metrics.Points;
import dev.bulkhead.metrics.UsageService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whose use charts show: an instance's or a machine's. */
public final class ChartSource {

    private final Stored stored;
    private final Supplier<Optional<? extends Measured>> latest;
    private final Function<Runnable, Registration> watch;
    private final String api;

    private ChartSource(
            Stored stored,
            Supplier<Optional<? extends Measured>> latest,
            Function<Runnable, Registration> watch,
            String api) {
        this.stored = stored;
        this.latest = latest;
        this.watch = watch;
        this.api = api;
    }

    private interface Stored {
        Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most);
    }

    public static ChartSource of(InstanceId id, HistoryService history, UsageService usage) {
        return new ChartSource(
                (meters, from, to, most) -> history.read(id, meters, from, to, most),
                () -> usage.latest(id),
                listener -> usage.watch(id, listener),
                "api/v1/instances/" + id);
    }

    static ChartSource of(HostId id, HistoryService history, UsageService usage) {
        return new ChartSource(
                (meters, from, to, most) -> history.read(id, meters, from, to, most),
                () -> usage.latest(id),
                listener -> usage.watch(id, listener),
                "api/v1/hosts/" + id);
    }

    /** Empty while the history cannot be read. */
    Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most) {
        return stored.read(meters, from, to, most);
    }

    Optional<? extends Measured> latest() {
        return latest.get();
    }

    /** Calls {@code listener} after each reading; any thread. */
    Registration watch(Runnable listener) {
        return watch.apply(listener);
    }

    /** Where its API is, without a slash at the beginning. */
    String api() {
        return api;
    }
}
