package dev.bulkhead.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.alert.AlertedForecasts.Forecast;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What alerts are told of a trend: a date where there is one, that there is none, or nothing. */
class HostForecastsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private static Optional<Forecast> forecast(int days, @Nullable Double limit, IntToDoubleFunction value) {
        return HostForecasts.forecast(
                "tank",
                Trend.of(
                        IntStream.range(0, days * 24)
                                .mapToObj(hour ->
                                        new Trend.Point(BEGIN.plus(Duration.ofHours(hour)), value.applyAsDouble(hour)))
                                .toList(),
                        limit,
                        BEGIN.plus(Duration.ofDays(days))));
    }

    @Test
    void whatRisesIsFullOnADate() {
        Forecast forecast = forecast(10, 200.0, hour -> 100 + hour * 2 / 24.0).orElseThrow();
        assertThat(Duration.between(BEGIN.plus(Duration.ofDays(10)), forecast.full())
                        .toHours())
                .as("80 are left, 2 a day")
                .isBetween(40 * 24L - 1, 40 * 24L);
        assertThat(forecast.days()).isEqualTo(10);
        assertThat(forecast.where()).isEqualTo("tank");
    }

    @Test
    void whatWaversOrFallsIsFullOnNone() {
        assertThat(forecast(10, 200.0, hour -> 150).orElseThrow().full()).isNull();
        assertThat(forecast(10, 200.0, hour -> 150 - hour / 24.0).orElseThrow().full())
                .isNull();
    }

    @Test
    void whatIsFullIsFullNow() {
        assertThat(forecast(10, 120.0, hour -> 119 + hour / 24.0).orElseThrow().full())
                .isEqualTo(BEGIN.plus(Duration.ofDays(10)));
    }

    /** The sum of a machine's storage is full long after the first of its places. */
    @Test
    void thePlaceThatIsFullFirstSpeaksForTheStorage() {
        Forecast sum = new Forecast("", BEGIN.plus(Duration.ofDays(400)), BEGIN, BEGIN, 30);
        Forecast still = new Forecast("", null, null, null, 30);
        Forecast soon = new Forecast("images", BEGIN.plus(Duration.ofDays(20)), BEGIN, BEGIN, 10);

        assertThat(HostForecasts.first(Stream.of(still, soon, sum))).contains(soon);
        assertThat(HostForecasts.first(Stream.of(still, sum))).contains(sum);
        assertThat(HostForecasts.first(Stream.of(still))).contains(still);
        assertThat(HostForecasts.first(Stream.of())).isEmpty();
    }

    @Test
    void ofTooFewDaysOrWithoutALimitNothingIsSaid() {
        assertThat(forecast(2, 200.0, hour -> hour)).isEmpty();
        assertThat(forecast(10, null, hour -> hour)).isEmpty();
    }
}
