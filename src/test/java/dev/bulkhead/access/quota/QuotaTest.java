package dev.bulkhead.access.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.access.quota.Quota.Excess;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final long GIB = 1L << 30;
    private static final Quota QUOTA =
            new Quota(Map.of(Measure.INSTANCES, 2L, Measure.CPUS, 2_500L, Measure.MEMORY, 4 * GIB));

    @Test
    void whatReachesTheLimitFitsAndWhatPassesItDoesNot() {
        assertThat(QUOTA.check(amounts(1, 1_500, 2 * GIB), amounts(1, 1_000, 2 * GIB)))
                .isEmpty();
        assertThat(QUOTA.check(amounts(1, 1_501, 2 * GIB), amounts(1, 1_000, 2 * GIB + 1)))
                .extracting(Excess::measure)
                .containsExactly(Measure.CPUS, Measure.MEMORY);
        assertThat(Quota.NONE.check(amounts(9, 9, 9), amounts(9, 9, 9))).isEmpty();
    }

    @Test
    void nothingMoreIsNeverTooMuchEvenWhereMoreIsHeldThanMayBe() {
        Amounts tooMuch = amounts(9, 9_000, 9 * GIB);
        assertThat(QUOTA.check(tooMuch, Amounts.NOTHING)).isEmpty();
        assertThat(QUOTA.check(tooMuch, new Amounts(Map.of(Measure.DISK, 1L), Set.of())))
                .isEmpty();
        assertThat(QUOTA.check(tooMuch, new Amounts(Map.of(Measure.MEMORY, 1L), Set.of())))
                .hasSize(1);
    }

    @Test
    void whatHasNoLimitOfItsOwnDoesNotFitBelowOne() {
        Amounts open = new Amounts(Map.of(Measure.INSTANCES, 1L), Set.of(Measure.MEMORY, Measure.DISK));
        assertThat(QUOTA.check(Amounts.NOTHING, open))
                .singleElement()
                .extracting(Excess::words)
                .isEqualTo("memory: has no limit of its own, and the project's is 4 GiB");
        assertThat(QUOTA.check(open, amounts(1, 1, 1))).isEmpty();
    }

    @Test
    void saysWhatWouldBeTooMuch() {
        assertThat(QUOTA.check(amounts(2, 1_500, 0), amounts(1, 1_250, 0)))
                .extracting(Excess::words)
                .containsExactly("instances: 2 + 1 of 2", "CPUs: 1.5 + 1.25 of 2.5");
    }

    @Test
    void hugeAmountsDoNotWrapAround() {
        Amounts all = new Amounts(Map.of(Measure.MEMORY, Long.MAX_VALUE), Set.of());
        assertThat(all.plus(all).of(Measure.MEMORY)).isEqualTo(Long.MAX_VALUE);
        assertThat(QUOTA.check(all, all)).hasSize(1);
        assertThatThrownBy(() -> new Quota(Map.of(Measure.DISK, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsOfACpuAreNotLost() {
        assertThat(Measure.thousandths(0.1)).isEqualTo(100);
        assertThat(Measure.thousandths(1.0 / 3)).isEqualTo(334);
        assertThat(Measure.CPUS.words(100_000)).isEqualTo("100");
        assertThat(Measure.CPUS.words(334)).isEqualTo("0.334");
    }

    private static Amounts amounts(long instances, long cpus, long memory) {
        return new Amounts(Map.of(Measure.INSTANCES, instances, Measure.CPUS, cpus, Measure.MEMORY, memory), Set.of());
    }
}
