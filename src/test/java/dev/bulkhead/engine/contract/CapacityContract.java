package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.common.ByteSize;
import dev.bulkhead.engine.HostFacts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the machine under an engine has; every fact may be unknown, none may be absurd. */
public abstract class CapacityContract extends Contract {

    @Test
    void theMachineHasAProcessorAndMemory() {
        HostFacts facts = read();

        assertThat(facts.cpuThreads()).isNotNull().isPositive();
        assertThat(facts.memoryTotal()).isNotNull().isGreaterThan(ByteSize.ofMebibytes(64));
    }

    @Test
    void whatIsUsedIsNotMoreThanThereIs() {
        HostFacts facts = read();

        if (facts.memoryUsed() != null) {
            assertThat(facts.memoryUsed()).isGreaterThan(ByteSize.ZERO).isLessThanOrEqualTo(facts.memoryTotal());
        }
        if (facts.cpuTimes() != null) {
            assertThat(facts.cpuTimes().busy())
                    .isPositive()
                    .isLessThanOrEqualTo(facts.cpuTimes().total());
        }
        if (facts.bootedAt() != null) {
            assertThat(facts.bootedAt()).isBefore(Instant.now());
        }
    }

    @Test
    void poolsAreNamedAndNotMoreThanFull() {
        assertThat(read().pools()).allSatisfy(pool -> {
            assertThat(pool.name()).isNotEmpty();
            assertThat(pool.driver()).isNotEmpty();
            if (pool.total() != null && pool.used() != null) {
                assertThat(pool.used()).isLessThanOrEqualTo(pool.total());
            }
        });
    }

    private HostFacts read() {
        return engine.capacity()
                .orElseThrow(() -> new AssertionError("The engine offers no capacity"))
                .read();
    }
}
