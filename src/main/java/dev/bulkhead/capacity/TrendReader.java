package dev.bulkhead.capacity;

import dev.bulkhead.common.HostId;
import dev.bulkhead.host.StoragePlace;
import dev.bulkhead.metrics.HistoryFeed;
import dev.bulkhead.metrics.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works trends out of the hours of the last thirty days, whoever asks: services narrow it to what may be seen. Blocks for the history. */
@Component
class TrendReader {

    private static final Duration STRETCH = Duration.ofDays(30);
    private static final int HOURS = (int) STRETCH.toHours();

    private final HistoryFeed history;

    TrendReader(HistoryFeed history) {
        this.history = history;
    }

    /**
     * Of one machine, those that were measured; none while the history cannot be read.
     *
     * @param limit where each is full; null where that is not known
     */
    Map<Trended, Trend> read(
            HostId host, Collection<Trended> which, Function<Trended, @Nullable Double> limit, Instant now) {
        Map<Trended, Trend> trends = new EnumMap<>(Trended.class);
        history.read(host, which.stream().map(Trended::meter).toList(), now.minus(STRETCH), now, HOURS)
                .ifPresent(points -> {
                    for (Trended one : which) {
                        List<Trend.Point> known = known(one, points);
                        if (!known.isEmpty()) {
                            trends.put(one, Trend.of(known, limit.apply(one), now));
                        }
                    }
                });
        return trends;
    }

    /** What is used of each of those places of one machine, where it was measured; none while the history cannot be read. */
    List<PlaceTrend> places(HostId host, List<StoragePlace> places, Instant now) {
        List<String> locations = places.stream()
                .flatMap(place -> place.locations().stream())
                .distinct()
                .toList();
        if (locations.isEmpty()) {
            return List.of();
        }
        return history.storage(host, locations, now.minus(STRETCH), now)
                .map(hours -> places.stream()
                        .flatMap(place -> trend(place, hours, now).stream())
                        .toList())
                .orElse(List.of());
    }

    /** An hour that one location has no measurement of, since its engine did not answer, another may have: they are of one place. */
    static Optional<PlaceTrend> trend(StoragePlace place, Map<String, SortedMap<Instant, Double>> hours, Instant now) {
        SortedMap<Instant, Double> known = new TreeMap<>();
        for (String location : place.locations()) {
            hours.getOrDefault(location, Collections.emptySortedMap()).forEach(known::putIfAbsent);
        }
        List<Trend.Point> points = known.entrySet().stream()
                .map(hour -> new Trend.Point(hour.getKey(), hour.getValue()))
                .toList();
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PlaceTrend(place, Trend.of(points, place.resource().total(), now)));
    }

    private static List<Trend.Point> known(Trended one, Points points) {
        double[] values = points.of(one.meter()).average();
        List<Trend.Point> known = new ArrayList<>(values.length);
        for (int at = 0; at < values.length; at++) {
            if (!Double.isNaN(values[at])) {
                known.add(new Trend.Point(Instant.ofEpochSecond(points.times()[at]), one.value(values[at])));
            }
        }
        return known;
    }
}
