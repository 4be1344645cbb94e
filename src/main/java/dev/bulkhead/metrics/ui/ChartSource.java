package dev.bulkhead.metrics.ui;

import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.InstanceKind;
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
import org.jspecify.annotations.Nullable;

/** Whose use charts show: an instance's or a machine's. */
public final class ChartSource {

    private final Stored stored;
    private final Supplier<Optional<? extends Measured>> latest;
    private final Function<Runnable, Registration> watch;
    private final String api;
    private final @Nullable InstanceKind kind;
    private final @Nullable PartsSource parts;

    private ChartSource(
            Stored stored,
            Supplier<Optional<? extends Measured>> latest,
            Function<Runnable, Registration> watch,
            String api,
            @Nullable InstanceKind kind,
            @Nullable PartsSource parts) {
        this.stored = stored;
        this.latest = latest;
        this.watch = watch;
        this.api = api;
        this.kind = kind;
        this.parts = parts;
    }

    private interface Stored {
        Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most);
    }

    public static ChartSource of(InstanceId id, InstanceKind kind, HistoryService history, UsageService usage) {
        return new ChartSource(
                (meters, from, to, most) -> history.read(id, meters, from, to, most),
                () -> usage.latest(id),
                listener -> usage.watch(id, listener),
                "api/v1/instances/" + id,
                kind,
                new PartsSource(() -> usage.parts(id), listener -> usage.watchParts(id, listener)));
    }

    static ChartSource of(HostId id, HistoryService history, UsageService usage) {
        return new ChartSource(
                (meters, from, to, most) -> history.read(id, meters, from, to, most),
                () -> usage.latest(id),
                listener -> usage.watch(id, listener),
                "api/v1/hosts/" + id,
                null,
                null);
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

    /** Of an instance; null of a machine. */
    @Nullable
    InstanceKind kind() {
        return kind;
    }

    /** Of an instance; null of a machine. */
    @Nullable
    PartsSource parts() {
        return parts;
    }

    /** Where its API is, without a slash at the beginning. */
    String api() {
        return api;
    }
}
