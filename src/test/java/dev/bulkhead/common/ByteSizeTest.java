package dev.bulkhead.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "536870912, 512 MiB",
        "1610612736, 1.5 GiB",
        "9223372036854775807, 8 EiB"
    })
    void isWrittenInBinaryUnits(long bytes, String text) {
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new ByteSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSumThatOverflowsStaysTheGreatest() {
        assertThat(new ByteSize(Long.MAX_VALUE).plus(ByteSize.ofGibibytes(1)).bytes())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aShareOfNothingIsNothing() {
        assertThat(ByteSize.ofMebibytes(1).shareOf(ByteSize.ZERO)).isZero();
        assertThat(ByteSize.ofMebibytes(1).shareOf(ByteSize.ofMebibytes(4))).isEqualTo(0.25);
    }
}
