package dev.bulkhead.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void bytesAreBinaryAndCarryTheirUnit() {
        assertThat(Units.bytes(ByteSize.ofMebibytes(512))).isEqualTo("512\u00a0MiB");
        assertThat(Units.bytes(ByteSize.ofMebibytes(1536))).isEqualTo("1.5\u00a0GiB");
        assertThat(Units.bytes(ByteSize.ZERO)).isEqualTo("0\u00a0B");
        assertThat(Units.bytes(null)).isEqualTo("–");
    }

    @Test
    void aPartIsWrittenInTheUnitOfTheWhole() {
        assertThat(Units.bytesOf(ByteSize.ofMebibytes(2150), ByteSize.ofGibibytes(4)))
                .isEqualTo("2.1 / 4\u00a0GiB");
        assertThat(Units.bytesOf(null, ByteSize.ofGibibytes(4))).isEqualTo("4\u00a0GiB");
    }

    @Test
    void smallSharesAreNotNothing() {
        assertThat(Units.percent(0.004)).isEqualTo("0.4\u00a0%");
        assertThat(Units.percent(0.123)).isEqualTo("12\u00a0%");
        assertThat(Units.percent(0)).isEqualTo("0\u00a0%");
    }

    @Test
    void durationsAreReadable() {
        assertThat(Units.duration(Duration.ofMillis(340))).isEqualTo("0.3\u00a0s");
        assertThat(Units.duration(Duration.ofSeconds(245))).isEqualTo("4\u00a0min 5\u00a0s");
        assertThat(Units.duration(Duration.ofMinutes(123))).isEqualTo("2\u00a0h 3\u00a0min");
    }
}
