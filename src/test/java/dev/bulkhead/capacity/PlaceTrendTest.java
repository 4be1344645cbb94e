package dev.bulkhead.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.StoragePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two places of one machine, of which the small one fills up, by arithmetic. */
class PlaceTrendTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int DAYS = 10;
    private static final Instant NOW = BEGIN.plus(Duration.ofDays(DAYS));

    private static final StoragePlace SMALL = place(100, "/var/lib/docker", "/var/lib/images");
    private static final StoragePlace LARGE = place(900, "tank");

    /** 60 of 100 are used after ten days at 2 a day. */
    private static double small(int hour) {
        return 40 + hour * 2 / 24.0;
    }

    @Test
    void theSmallPlaceIsFullLongBeforeTheSumIs() {
        Map<String, SortedMap<Instant, Double>> hours = Map.of(
                "/var/lib/docker", hours(0, DAYS * 24, PlaceTrendTest::small),
                "tank", hours(0, DAYS * 24, hour -> 100));

        Trend small = TrendReader.trend(SMALL, hours, NOW).orElseThrow().trend();
        Trend large = TrendReader.trend(LARGE, hours, NOW).orElseThrow().trend();
        Trend sum = Trend.of(
                IntStream.range(0, DAYS * 24)
                        .mapToObj(hour -> new Trend.Point(BEGIN.plus(Duration.ofHours(hour)), small(hour) + 100))
                        .toList(),
                1000.0,
                NOW);

        assertThat(small.perDay()).isCloseTo(2, within(1e-9));
        assertThat(daysUntil(small)).as("40 are left, 2 a day").isCloseTo(20, within(0.01));
        assertThat(large.kind()).isEqualTo(Trend.Kind.NONE);
        assertThat(daysUntil(sum)).as("840 are left").isCloseTo(420, within(0.01));
    }

    /** Docker was away for three days in which libvirt answered, and came last. */
    @Test
    void whatOneLocationLacksAnotherOfThePlaceHas() {
        SortedMap<Instant, Double> docker = hours(0, 96, PlaceTrendTest::small);
        docker.putAll(hours(168, DAYS * 24, PlaceTrendTest::small));

        Trend trend = TrendReader.trend(
                        SMALL,
                        Map.of("/var/lib/docker", docker, "/var/lib/images", hours(90, 200, PlaceTrendTest::small)),
                        NOW)
                .orElseThrow()
                .trend();

        assertThat(trend.days()).isEqualTo(DAYS);
        assertThat(trend.perDay()).isCloseTo(2, within(1e-9));
        assertThat(daysUntil(trend)).isCloseTo(20, within(0.01));
    }

    @Test
    void nothingIsSaidOfWhatWasNeverMeasuredAndNoDateWithoutATotal() {
        Map<String, SortedMap<Instant, Double>> hours = Map.of("tank", hours(0, DAYS * 24, PlaceTrendTest::small));

        assertThat(TrendReader.trend(SMALL, hours, NOW)).isEmpty();
        StoragePlace endless =
                new StoragePlace(List.of("p"), "zfs", List.of("tank"), new HostCapacity.Resource(60.0, null, null));
        assertThat(TrendReader.trend(endless, hours, NOW).orElseThrow().trend().full())
                .isNull();
    }

    private static StoragePlace place(double total, String... locations) {
        return new StoragePlace(List.of("p"), "dir", List.of(locations), new HostCapacity.Resource(60.0, null, total));
    }

    private static SortedMap<Instant, Double> hours(int from, int to, IntToDoubleFunction used) {
        SortedMap<Instant, Double> hours = new TreeMap<>();
        for (int hour = from; hour < to; hour++) {
            hours.put(BEGIN.plus(Duration.ofHours(hour)), used.applyAsDouble(hour));
        }
        return hours;
    }

    private static double daysUntil(Trend trend) {
        return Duration.between(NOW, trend.full()).toSeconds() / 86_400.0;
    }
}
