package dev.bulkhead.capacity;

import dev.bulkhead.alert.AlertedForecasts;
import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.HostFacts;
import dev.bulkhead.host.HostFeed;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets alerts know when machines fill up. A trend of days changes slowly, so it is worked out from time to time and told from memory. */
@Component
class HostForecasts implements AlertedForecasts {

    private static final Set<Trended> TRENDS = EnumSet.of(Trended.MEMORY_USED, Trended.STORAGE_USED);

    private final HostFeed hosts;
    private final TrendReader reader;
    private volatile Map<HostId, Map<Supply, Forecast>> latest = Map.of();

    HostForecasts(HostFeed hosts, TrendReader reader) {
        this.hosts = hosts;
        this.reader = reader;
    }

    @Override
    public Optional<Forecast> of(HostId host, Supply supply) {
        return Optional.ofNullable(latest.getOrDefault(host, Map.of()).get(supply));
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void read() {
        Instant now = Instant.now();
        Map<HostId, Map<Supply, Forecast>> all = new HashMap<>();
        hosts.hosts().forEach(host -> all.put(host.id(), of(host, now)));
        latest = Map.copyOf(all);
    }

    private Map<Supply, Forecast> of(HostFeed.Reading host, Instant now) {
        Map<Trended, Trend> trends = reader.read(host.id(), TRENDS, what -> limit(host, what), now);
        Map<Supply, Forecast> forecasts = new EnumMap<>(Supply.class);
        of(trends, Trended.MEMORY_USED).ifPresent(known -> forecasts.put(Supply.MEMORY, known));
        // The sum speaks as long as the places themselves are not known for long enough.
        first(Stream.concat(
                        reader.places(host.id(), host.storagePlaces(), now).stream()
                                .flatMap(place -> of(place).stream()),
                        of(trends, Trended.STORAGE_USED).stream()))
                .ifPresent(known -> forecasts.put(Supply.STORAGE, known));
        return forecasts;
    }

    private static Optional<Forecast> of(Map<Trended, Trend> trends, Trended what) {
        return Optional.ofNullable(trends.get(what)).flatMap(trend -> forecast("", trend));
    }

    private static Optional<Forecast> of(PlaceTrend place) {
        return forecast(String.join(", ", place.place().pools()), place.trend());
    }

    /** Whichever is full first; what does not fill up comes last. */
    static Optional<Forecast> first(Stream<Forecast> forecasts) {
        return forecasts.min(Comparator.comparing(Forecast::full, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static @Nullable Double limit(HostFeed.Reading host, Trended what) {
        HostFacts facts = host.facts();
        if (what == Trended.STORAGE_USED) {
            return host.storage().total();
        }
        return facts == null || facts.memoryTotal() == null
                ? null
                : Double.valueOf(facts.memoryTotal().bytes());
    }

    /** Empty where nothing can be said: too few days are known, or there is no limit to reach. */
    static Optional<Forecast> forecast(String where, Trend trend) {
        return switch (trend.kind()) {
            case TOO_SHORT -> Optional.empty();
            case NONE, FALLING -> Optional.of(new Forecast("", null, null, null, trend.days()));
            case RISING, FULL ->
                trend.full() == null
                        ? Optional.empty()
                        : Optional.of(
                                new Forecast(where, trend.full(), trend.earliest(), trend.latest(), trend.days()));
        };
    }
}
