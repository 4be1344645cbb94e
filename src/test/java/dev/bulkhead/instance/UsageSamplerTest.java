package dev.bulkhead.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageSamplerTest {

    @Test
    void theRateIsCpuTimeOverTime() {
        assertThat(UsageSampler.cpus(at(0, 10), at(2, 13))).isEqualTo(1.5);
        assertThat(UsageSampler.cpus(at(0, 10), at(2, 10))).isZero();
    }

    /** CASES E17. */
    @Test
    void aCounterThatWentBackOrAClockThatStoodIsAGap() {
        assertThat(UsageSampler.cpus(at(0, 10), at(2, 1))).isNull();
        assertThat(UsageSampler.cpus(at(2, 10), at(2, 11))).isNull();
        assertThat(UsageSampler.cpus(new Sample(Instant.EPOCH, null, null), at(2, 11)))
                .isNull();
    }

    private static Sample at(int second, int cpuSeconds) {
        return new Sample(Instant.EPOCH.plusSeconds(second), Duration.ofSeconds(cpuSeconds), null);
    }
}
