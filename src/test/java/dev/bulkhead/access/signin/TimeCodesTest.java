package dev.bulkhead.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    /** RFC 6238, appendix B; six digits of its eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(TimeCodes.at(SECRET, TimeCodes.step(Instant.ofEpochSecond(seconds))))
                .isEqualTo(code);
    }

    @Test
    void aCodeIsTakenHalfAMinuteEarlyAndLateAndNotMore() {
        long step = TimeCodes.step(NOW);
        for (long off = -3; off <= 3; off++) {
            assertThat(TimeCodes.match(SECRET, TimeCodes.at(SECRET, step + off), NOW, 0)
                            .isPresent())
                    .as("%d steps off", off)
                    .isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aCodeThatWasUsedAndThoseBeforeItAreWorthNothing() {
        long step = TimeCodes.step(NOW);
        assertThat(TimeCodes.match(SECRET, TimeCodes.at(SECRET, step), NOW, step))
                .isEmpty();
        assertThat(TimeCodes.match(SECRET, TimeCodes.at(SECRET, step - 1), NOW, step))
                .isEmpty();
        assertThat(TimeCodes.match(SECRET, TimeCodes.at(SECRET, step + 1), NOW, step))
                .hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsAppsReadThem(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
