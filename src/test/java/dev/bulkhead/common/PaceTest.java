package dev.bulkhead.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration GAP = Duration.ofMillis(200);

    @Test
    void theFirstSignalRunsAtOnceAndThoseThatFollowAreOne() {
        List<Long> runs = new CopyOnWriteArrayList<>();
        try (Pace pace = new Pace(GAP, () -> runs.add(System.nanoTime()))) {
            long start = System.nanoTime();
            pace.signal();
            await().until(() -> runs.size() == 1);
            for (int i = 0; i < 1_000; i++) {
                pace.signal();
            }
            await().until(() -> runs.size() == 2);

            assertThat(runs.get(1) - start).isGreaterThanOrEqualTo(GAP.toNanos());
            await().pollDelay(GAP.multipliedBy(2)).until(() -> true);
            assertThat(runs).hasSize(2);
        }
    }

    @Test
    void aSignalDuringARunLeadsToAnotherAndNeverToTwoAtATime() throws InterruptedException {
        AtomicInteger atATime = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Pace pace = new Pace(Duration.ZERO, () -> {
            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            begun.countDown();
            awaitQuietly(goOn);
            atATime.decrementAndGet();
            runs.incrementAndGet();
        })) {
            pace.signal();
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            pace.signal();
            pace.signal();
            goOn.countDown();

            await().until(() -> runs.get() == 2);
            assertThat(most).hasValue(1);
        }
    }

    @Test
    void aTaskThatThrowsDoesNotEndThePace() {
        AtomicInteger runs = new AtomicInteger();
        try (Pace pace = new Pace(Duration.ZERO, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("expected by the test");
            }
        })) {
            pace.signal();
            await().until(() -> runs.get() == 1);
            await().until(() -> {
                pace.signal();
                return runs.get() >= 2;
            });
        }
    }

    @Test
    void nothingRunsAfterTheClose() {
        AtomicInteger runs = new AtomicInteger();
        Pace pace = new Pace(GAP, runs::incrementAndGet);
        pace.signal();
        await().until(() -> runs.get() == 1);
        pace.signal();
        pace.close();

        await().pollDelay(GAP.multipliedBy(2)).until(() -> true);
        assertThat(runs).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
