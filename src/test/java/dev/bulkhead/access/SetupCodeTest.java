package dev.bulkhead.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.access.SetupCode.Verdict;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SetupCodeTest {

    private final AtomicLong clock = new AtomicLong();
    private final SetupCode code = new SetupCode(new SecureRandom(), clock::get);

    @Test
    void looksAsItIsPrinted() {
        assertThat(code.display()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(new SetupCode(new SecureRandom(), clock::get).display()).isNotEqualTo(code.display());
    }

    @Test
    void acceptsItsOwnCodeHoweverItIsTyped() {
        assertThat(code.check(code.display())).isEqualTo(Verdict.RIGHT);
        assertThat(code.check(
                        " " + code.display().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(Verdict.RIGHT);
        assertThat(code.check(code.display().replace('0', 'o').replace('1', 'l')))
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void refusesAnythingElse() {
        assertThat(code.check("")).isEqualTo(Verdict.WRONG);
        assertThat(code.check(code.display().substring(0, 8))).isEqualTo(Verdict.WRONG);
        assertThat(code.check("x".repeat(1_000_000))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void slowsGuessingDownAndNeverLocksTheOwnerOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(code.check("WRONG")).isEqualTo(Verdict.WRONG);
        }
        assertThat(code.check(code.display())).isEqualTo(Verdict.WAIT);
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(code.check("WRONG")).isEqualTo(Verdict.WRONG);
        assertThat(code.check(code.display())).isEqualTo(Verdict.WAIT);
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(code.check(code.display())).isEqualTo(Verdict.RIGHT);
    }
}
