package dev.bulkhead.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an alert fires and clears, by arithmetic: at or above 90 for a minute, over below 80 for half a minute, a reading each 10 s. */
class WatchTest {

    private static final Rule RULE = TestRules.above(Signal.INSTANCE_CPU, 90, 80, 60, 30);
    private static final Duration GAP = Duration.ofSeconds(30);

    private Rule rule = RULE;
    private Watch watch = Watch.NEW;
    private long now = 1000;

    /** @return the second of each change, from 0 at the first reading */
    private List<Long> after(double... readings) {
        List<Long> changes = new ArrayList<>();
        long start = now;
        for (double reading : readings) {
            boolean before = watch.firing();
            watch = watch.read(rule, reading, Duration.ofSeconds(now), GAP);
            if (watch.firing() != before) {
                changes.add(now - start);
            }
            now += 10;
        }
        return changes;
    }

    @Test
    void firesOnceItWasBadForAsLongAsTheRuleSays() {
        assertThat(after(95, 95, 95, 95, 95, 95)).isEmpty();
        assertThat(after(90)).containsExactly(0L);
        assertThat(after(95, 95, 95, 95, 95, 95, 95, 95)).isEmpty();
    }

    @Test
    void oneReadingBelowTheThresholdBeginsAnew() {
        assertThat(after(95, 95, 95, 95, 95, 95, 89.9, 95, 95, 95, 95, 95, 95)).isEmpty();
        assertThat(after(95)).containsExactly(0L);
    }

    @Test
    void betweenTheTwoNumbersItNeitherFiresNorClears() {
        assertThat(after(85, 85, 85, 85, 85, 85, 85, 85, 85)).isEmpty();
        watch = Watch.FIRING;
        assertThat(after(85, 85, 85, 85, 80, 80, 80, 80, 80)).isEmpty();
    }

    @Test
    void clearsOnceItWasGoodForAsLongAsTheRuleSays() {
        watch = Watch.FIRING;
        assertThat(after(79, 79, 79)).isEmpty();
        assertThat(after(79)).containsExactly(0L);
    }

    /** Wavers around the threshold, then around the clearing one: one alert. */
    @Test
    void aNumberThatWaversIsOneAlert() {
        assertThat(after(95, 95, 95, 95, 95, 95, 95)).containsExactly(60L);
        assertThat(after(89, 91, 89, 91, 89, 79, 81, 79, 79, 81, 79, 79, 81)).isEmpty();
        assertThat(after(79, 79, 79, 79)).containsExactly(30L);
    }

    @Test
    void aGapNeitherFiresNorClears() {
        after(95, 95, 95);
        now += 600;
        assertThat(after(95, 95, 95, 95, 95, 95))
                .as("counted anew from behind the gap")
                .isEmpty();
        assertThat(after(95)).containsExactly(0L);
        after(79, 79);
        now += 600;
        assertThat(after(79, 79, 79)).isEmpty();
        assertThat(after(79)).containsExactly(0L);
    }

    /** Up to three ticks may be missed. */
    @Test
    void aReadingThatIsMissedIsNoGap() {
        after(95, 95, 95);
        now += 20;
        assertThat(after(95, 95, 95)).containsExactly(10L);
    }

    @Test
    void withoutATimeTheFirstReadingFires() {
        Rule atOnce = TestRules.above(Signal.INSTANCE_CPU, 90, 80, 0, 0);
        Watch fired = Watch.NEW.read(atOnce, 90, Duration.ofSeconds(5), GAP);
        assertThat(fired.firing()).isTrue();
        assertThat(fired.read(atOnce, 79, Duration.ofSeconds(6), GAP).firing()).isFalse();
    }

    @Test
    void littleCanBeBadToo() {
        Rule below = TestRules.below(Signal.LEASE_DAYS, 3, 4);
        assertThat(Watch.NEW.read(below, 3.1, Duration.ZERO, GAP).firing()).isFalse();
        assertThat(Watch.NEW.read(below, 3, Duration.ZERO, GAP).firing()).isTrue();
        assertThat(Watch.FIRING.read(below, 4, Duration.ZERO, GAP).firing()).isTrue();
        assertThat(Watch.FIRING.read(below, 4.1, Duration.ZERO, GAP).firing()).isFalse();
    }

    /** Full within 14 days for a minute; over above 21 for half a minute. A forecast that wavers by some days is one alert. */
    @Test
    void aForecastFiresWithinItsDaysAndClearsWhereThereIsNoTrend() {
        rule = TestRules.below(Signal.HOST_STORAGE_DAYS, 14, 21, 60, 30);
        assertThat(after(3650, 3650, 40, 20, 15, 14.1)).isEmpty();
        assertThat(after(14, 13.9, 13.8, 13.7, 13.6, 13.5, 13.4)).containsExactly(60L);
        assertThat(after(15, 13, 20.9, 12, 21, 18, 13)).isEmpty();
        assertThat(after(3650, 3650, 3650, 3650)).containsExactly(30L);
        assertThat(after(3650, 3650, 3650, 3650, 3650, 3650, 3650, 3650)).isEmpty();
    }

    @Test
    void aNumberThatIsNoneFiresNothing() {
        assertThat(after(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN))
                .isEmpty();
    }
}
