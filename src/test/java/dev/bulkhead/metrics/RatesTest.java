package dev.bulkhead.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CASES E17. */
class RatesTest {

    private static final Duration TICK = Duration.ofSeconds(10);
    private static final double BILLION = 1e9;

    @Test
    void aCountersRateIsItsGrowthASecond() {
        assertThat(rate(at(0, 10), at(10, 25), TICK)).isEqualTo(1.5 * BILLION);
        assertThat(rate(at(0, 10), at(10, 10), TICK)).isZero();
    }

    @Test
    void anAmountIsTheLaterOne() {
        Sample now = new Sample.Builder().put(Meter.MEMORY_USED, 4096L).at(Instant.EPOCH);

        assertThat(Rates.between(null, now, Duration.ZERO).get(Meter.MEMORY_USED))
                .isEqualTo(4096.0);
    }

    @Test
    void aCounterThatWentBackIsAGapAndNoSpike() {
        assertThat(rate(at(0, 10), at(10, 1), TICK)).isNull();
    }

    @Test
    void aCounterThatOnlyOneOfTheTwoHasIsAGap() {
        Sample none = new Sample.Builder().at(Instant.EPOCH);

        assertThat(rate(none, at(10, 11), TICK)).isNull();
        assertThat(rate(at(0, 10), none, TICK)).isNull();
    }

    /** The machine's clock was set, by a day to either side; the time that passed says otherwise. */
    @Test
    void aSteppedClockIsAGap() {
        Sample before = at(86_400, 10);

        assertThat(rate(before, at(10, 20), TICK)).isNull();
        assertThat(rate(before, at(2 * 86_400, 20), TICK)).isNull();
        assertThat(rate(before, at(86_400, 20), TICK)).isNull();
    }

    private static Double rate(Sample before, Sample now, Duration passed) {
        return Rates.between(before, now, passed).get(Meter.CPU_TIME);
    }

    private static Sample at(int second, int cpuSeconds) {
        return new Sample.Builder()
                .put(Meter.CPU_TIME, cpuSeconds * 1_000_000_000L)
                .at(Instant.EPOCH.plusSeconds(second));
    }
}
