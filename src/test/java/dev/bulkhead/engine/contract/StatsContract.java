package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.engine.Stats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What instances use now. */
public abstract class StatsContract extends Contract {

    @Test
    void aRunningGuestUsesMoreAndMoreCpuTime() {
        String id = makeGuest();
        Sample first = awaitSample(id);

        await("a greater CPU time").atMost(PATIENCE).untilAsserted(() -> {
            Sample later = sample(id);
            assertThat(later.get(Meter.CPU_TIME)).isGreaterThan(first.get(Meter.CPU_TIME));
            assertThat(later.at()).isAfter(first.at());
        });
    }

    @Test
    void aRunningGuestUsesMemory() {
        String id = makeGuest();

        Sample sample = awaitSample(id);

        assertThat(sample.get(Meter.MEMORY_USED)).isNotNull().isPositive();
        assertThat(Duration.between(sample.at(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatDoesNotRunOrIsNotThereIsLeftOut() {
        String running = makeGuest();
        String stopped = makeGuest();
        backstage.stop(stopped);
        awaitSample(running);

        assertThat(stats().sample(List.of(running, stopped, backstage.unknownId())))
                .containsOnlyKeys(running);
    }

    @Test
    void nobodyAskedForIsNobodyAnswered() {
        makeGuest();

        assertThat(stats().sample(List.of())).isEmpty();
    }

    private Stats stats() {
        return engine.stats().orElseThrow(() -> new AssertionError("The engine offers no stats"));
    }

    private Sample sample(String id) {
        return Objects.requireNonNull(stats().sample(List.of(id)).get(id), "a sample");
    }

    /** A guest may take a moment before its counters are there. */
    private Sample awaitSample(String id) {
        await("CPU time")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stats().sample(List.of(id)).values())
                        .singleElement()
                        .satisfies(
                                sample -> assertThat(sample.get(Meter.CPU_TIME)).isNotNull()));
        return sample(id);
    }
}
