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

/** Whose use charts show: an instance's or a machine's. */
public interface ChartSource {

    /** Empty while the history cannot be read. */
    Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most);

    Optional<? extends Measured> latest();

    /** Calls {@code listener} after each reading; any thread. */
    Registration watch(Runnable listener);

    /** Where its API is, without a slash at the beginning. */
    String api();

    static ChartSource of(InstanceId id, HistoryService history, UsageService usage) {
        return new ChartSource() {
            @Override
            public Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most) {
                return history.read(id, meters, from, to, most);
            }

            @Override
            public Optional<? extends Measured> latest() {
                return usage.latest(id);
            }

            @Override
            public Registration watch(Runnable listener) {
                return usage.watch(id, listener);
            }

            @Override
            public String api() {
                return "api/v1/instances/" + id;
            }
        };
    }

    static ChartSource of(HostId id, HistoryService history, UsageService usage) {
        return new ChartSource() {
            @Override
            public Optional<Points> read(List<Meter> meters, Instant from, Instant to, int most) {
                return history.read(id, meters, from, to, most);
            }

            @Override
            public Optional<? extends Measured> latest() {
                return usage.latest(id);
            }

            @Override
            public Registration watch(Runnable listener) {
                return usage.watch(id, listener);
            }

            @Override
            public String api() {
                return "api/v1/hosts/" + id;
            }
        };
    }
}
