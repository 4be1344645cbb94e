package dev.bulkhead.alert;

import dev.bulkhead.alert.AlertedForecasts.Forecast;
import dev.bulkhead.alert.AlertedForecasts.Supply;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.host.HostFeed;
import dev.bulkhead.metrics.MachineUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A machine by its last figures, as long as they are not too old.
 *
 * @param usage null when it was not read at the last tick
 * @param forecasts of all machines
 * @param now by the wall clock
 */
record SeenHost(HostFeed.Reading host, @Nullable MachineUsage usage, AlertedForecasts forecasts, Instant now)
        implements Seen {

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final double SECOND_NANOS = 1e9;

    @Override
    public Subject subject() {
        return new Subject(Signal.Kind.HOST, host.id().value(), host.id(), host.name());
    }

    @Override
    public boolean isIn(Place place) {
        return place.level() == Place.Level.ALL
                || (place.level() == Place.Level.HOST && host.id().value().equals(place.id()));
    }

    @Override
    public @Nullable Reading read(Signal signal) {
        return switch (signal) {
            case HOST_CPU -> cpu();
            case HOST_PRESSURE_CPU -> pressure(Meter.PRESSURE_CPU);
            case HOST_PRESSURE_MEMORY -> pressure(Meter.PRESSURE_MEMORY);
            case HOST_PRESSURE_DISK -> pressure(Meter.PRESSURE_DISK);
            case HOST_MEMORY_DAYS -> forecast(Supply.MEMORY);
            case HOST_STORAGE_DAYS -> forecast(Supply.STORAGE);
            default -> ofFacts(signal);
        };
    }

    private @Nullable Reading ofFacts(Signal signal) {
        HostFacts facts = host.facts();
        Instant at = host.at();
        Duration oldest = signal.gap(Duration.ZERO);
        if (facts == null || at == null || at.plus(oldest).isBefore(now)) {
            return null;
        }
        return switch (signal) {
            case HOST_MEMORY -> share(facts.memoryUsed(), facts.memoryTotal(), "");
            case HOST_STORAGE ->
                facts.pools().stream()
                        .filter(Pool::active)
                        .max(Comparator.comparingDouble(SeenHost::fullness))
                        .map(pool -> share(pool.used(), pool.total(), pool.name() + ": "))
                        .orElse(null);
            default -> null;
        };
    }

    private @Nullable Reading cpu() {
        Double busy = usage == null ? null : usage.cpus();
        Integer threads = host.facts() == null ? null : host.facts().cpuThreads();
        return busy == null || threads == null || threads == 0
                ? null
                : new Reading(busy / threads, String.format(Locale.ROOT, "%.1f of %d CPUs", busy, threads));
    }

    private @Nullable Reading pressure(Meter meter) {
        Double nanos = usage == null ? null : usage.get(meter);
        return nanos == null ? null : new Reading(nanos / SECOND_NANOS, "");
    }

    private @Nullable Reading forecast(Supply supply) {
        return forecasts.of(host.id(), supply).map(this::reading).orElse(null);
    }

    /** What does not fill up is as well as what does so in ten years: no reason to fire, and a reason to clear. */
    private Reading reading(Forecast forecast) {
        Instant full = forecast.full();
        if (full == null) {
            return new Reading(Figures.FAR_DAYS, "");
        }
        double days = Duration.between(now, full).toSeconds() / DAY_SECONDS;
        return new Reading(Math.clamp(days, 0, Figures.FAR_DAYS), words(full, forecast));
    }

    private static String words(Instant full, Forecast forecast) {
        String where = forecast.where().isEmpty() ? "" : forecast.where() + ": ";
        String when = where + "full on " + Figures.day(full);
        return forecast.earliest() == null || forecast.latest() == null
                ? when
                : "%s, between %s and %s by %d days of history"
                        .formatted(
                                when,
                                Figures.day(forecast.earliest()),
                                Figures.day(forecast.latest()),
                                forecast.days());
    }

    private static double fullness(Pool pool) {
        return pool.used() == null || pool.total() == null ? -1 : pool.used().shareOf(pool.total());
    }

    private static @Nullable Reading share(@Nullable ByteSize used, @Nullable ByteSize total, String where) {
        return used == null || total == null || total.bytes() == 0
                ? null
                : new Reading(used.shareOf(total), where + used + " of " + total);
    }
}
