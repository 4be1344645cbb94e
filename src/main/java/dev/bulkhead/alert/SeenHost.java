package dev.bulkhead.alert;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.engine.HostFacts.Pool;
import dev.bulkhead.host.HostFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A machine by its last figures, as long as they are not too old. */
record SeenHost(HostFeed.Reading host, Instant now) implements Seen {

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

    private static double fullness(Pool pool) {
        return pool.used() == null || pool.total() == null ? -1 : pool.used().shareOf(pool.total());
    }

    private static @Nullable Reading share(@Nullable ByteSize used, @Nullable ByteSize total, String where) {
        return used == null || total == null || total.bytes() == 0
                ? null
                : new Reading(used.shareOf(total), where + used + " of " + total);
    }
}
