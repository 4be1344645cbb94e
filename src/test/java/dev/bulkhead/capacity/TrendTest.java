package dev.bulkhead.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.capacity.Trend.Kind;
import dev.bulkhead.capacity.Trend.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Straight lines whose end is known, and such as have none. */
class TrendTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void aStraightLineEndsWhereItReachesTheLimit() {
        Instant now = BEGIN.plus(Duration.ofDays(10));

        Trend trend = Trend.of(hours(240, hour -> 100 + hour * 2 / 24.0), 200.0, now);

        assertThat(trend.kind()).isEqualTo(Kind.RISING);
        assertThat(trend.days()).isEqualTo(10);
        assertThat(trend.perDay()).isCloseTo(2, within(1e-9));
        assertThat(trend.slowest()).isCloseTo(2, within(1e-9));
        assertThat(Duration.between(now, trend.full()).toHours())
                .as("80 are left, 2 a day")
                .isBetween(40 * 24L - 1, 40 * 24L);
    }

    /** Of y = 1, 3, 2, 5, 4 on days 0 to 4: slope 0.8, squares of x 10, of errors 3.6, so ±3.182 × √(1.2 / 10) = ±1.1023. */
    @Test
    void theIntervalIsThatOfTheTextbook() {
        double[] values = {1, 3, 2, 5, 4};

        Trend trend = Trend.of(days(5, day -> values[day]), 100.0, BEGIN.plus(Duration.ofDays(5)));

        assertThat(trend.perDay()).isCloseTo(0.8, within(1e-9));
        assertThat(trend.fastest() - trend.perDay()).isCloseTo(1.1023, within(1e-4));
        assertThat(trend.kind()).as("zero is within").isEqualTo(Kind.NONE);
        assertThat(trend.full()).isNull();
    }

    @Test
    void aDateHasItsUncertainty() {
        Random noise = new Random(7);
        Instant now = BEGIN.plus(Duration.ofDays(30));

        Trend trend = Trend.of(hours(720, hour -> 500 + hour * 10 / 24.0 + noise.nextGaussian() * 40), 1000.0, now);

        assertThat(trend.kind()).isEqualTo(Kind.RISING);
        assertThat(trend.full()).isBetween(trend.earliest(), trend.latest());
        assertThat(trend.earliest()).isBefore(trend.latest());
        assertThat(now.plus(Duration.ofDays(20)))
                .as("200 are left, 10 a day")
                .isBetween(trend.earliest(), trend.latest());
    }

    @Test
    void whatOnlyWaversHasNoTrend() {
        Random noise = new Random(7);

        assertThat(Trend.of(
                                hours(720, hour -> 500 + noise.nextGaussian() * 40),
                                1000.0,
                                BEGIN.plus(Duration.ofDays(30)))
                        .kind())
                .isEqualTo(Kind.NONE);
        assertThat(Trend.of(hours(720, hour -> 500), 1000.0, BEGIN.plus(Duration.ofDays(30)))
                        .kind())
                .as("and neither has what stands still")
                .isEqualTo(Kind.NONE);
    }

    @Test
    void twoDaysAreTooShortHoweverManyPointsTheyHave() {
        assertThat(Trend.of(hours(48, hour -> hour), 100.0, BEGIN.plus(Duration.ofDays(2)))
                        .kind())
                .isEqualTo(Kind.TOO_SHORT);
        assertThat(Trend.of(hours(72, hour -> hour).subList(12, 62), 100.0, BEGIN.plus(Duration.ofDays(3)))
                        .kind())
                .as("which three dates have a part of")
                .isEqualTo(Kind.TOO_SHORT);
        assertThat(Trend.of(hours(72, hour -> hour), 100.0, BEGIN.plus(Duration.ofDays(3)))
                        .kind())
                .isEqualTo(Kind.RISING);
        assertThat(Trend.of(List.of(), 100.0, BEGIN).kind()).isEqualTo(Kind.TOO_SHORT);
    }

    @Test
    void whatFallsIsNeverFullAndWhatIsFullIsSoNow() {
        Instant now = BEGIN.plus(Duration.ofDays(10));

        assertThat(Trend.of(days(10, day -> 90 - day), 100.0, now).kind()).isEqualTo(Kind.FALLING);
        assertThat(Trend.of(days(10, day -> 100 + day), 100.0, now)).satisfies(trend -> {
            assertThat(trend.kind()).isEqualTo(Kind.FULL);
            assertThat(trend.full()).isEqualTo(now);
        });
        assertThat(Trend.of(days(10, day -> day), null, now).full()).isNull();
    }

    private static List<Point> hours(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(hour -> new Point(BEGIN.plus(Duration.ofHours(hour)), value.applyAsDouble(hour)))
                .toList();
    }

    private static List<Point> days(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Point(BEGIN.plus(Duration.ofDays(day)), value.applyAsDouble(day)))
                .toList();
    }
}
