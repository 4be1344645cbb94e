package dev.bulkhead.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The connection itself: who is there, what happens when it goes, and that nothing is left when it ends. */
public abstract class EngineContract extends Contract {

    private static final int OUTAGES = 5;

    @Test
    void theEngineSaysWhoItIs() {
        EngineInfo info = engine.check();

        assertThat(info.product()).isNotBlank();
        assertThat(info.version()).containsPattern("\\d");
        assertThat(info.apiVersion()).containsPattern("\\d");
    }

    @Test
    void aDeadEngineIsUnreachableAndRecoversByItself() {
        String id = makeGuest();
        assertThat(find(id)).isNotNull();

        backstage.kill();
        try {
            assertFails(() -> engine.check(), ErrorKind.UNREACHABLE);
            assertFails(() -> engine.instances().list(), ErrorKind.UNREACHABLE);
            assertFails(() -> engine.instances().find(id), ErrorKind.UNREACHABLE);
        } finally {
            backstage.revive();
        }

        awaitAnswer();
        assertThat(find(id).id().local()).isEqualTo(id);
    }

    @Test
    void anEngineThatWasDeadAtFirstIsReachedLater() {
        backstage.kill();
        try {
            assertFails(() -> engine.check(), ErrorKind.UNREACHABLE);
        } finally {
            backstage.revive();
        }
        awaitAnswer();
    }

    @Test
    void manyOutagesLeaveNoGhostsNoThreadsAndNoDescriptors() {
        String id = makeGuest();
        outage(id);
        long threads = threads();
        long descriptors = descriptors();

        for (int i = 0; i < OUTAGES; i++) {
            outage(id);
        }

        await("threads as before")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(threads()).isLessThan(threads + OUTAGES));
        await("descriptors as before")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(descriptors()).isLessThan(descriptors + OUTAGES));
    }

    @Test
    void callsAbandonedDuringAFreezeCorruptNothing() throws Exception {
        String id = makeGuest();
        assertThat(find(id)).isNotNull();
        try (ExecutorService callers =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            backstage.freeze();
            try {
                abandon(callers.submit(() -> engine.check()));
                abandon(callers.submit(() -> engine.instances().list()));
                abandon(callers.submit(() -> engine.instances().find(id)));
            } finally {
                backstage.thaw();
            }
            awaitAnswer();
            assertThat(engine.instances().list())
                    .filteredOn(each -> each.id().local().equals(id))
                    .hasSize(1);
            callers.shutdown();
            assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void closingTwiceDoesNoHarmAndEndsTheThreads() {
        long before = threads();
        try (var other = backstage.open()) {
            other.check();
            other.changes().ifPresent(changes -> changes.subscribe(change -> {}));
            other.close();
        }
        await("threads as before")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(before + 1));
    }

    @Test
    void closingWithoutEverConnectingDoesNoHarm() {
        var unused = backstage.open();

        assertThatCode(unused::close).doesNotThrowAnyException();
    }

    private void outage(String id) {
        CountDownLatch lost = new CountDownLatch(1);
        engine.changes()
                .ifPresent(changes -> changes.subscribe(change -> {
                    if (change instanceof Change.Lost) {
                        lost.countDown();
                    }
                }));
        backstage.kill();
        try {
            if (engine.changes().isPresent()) {
                assertThat(lost.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("told of the loss")
                        .isTrue();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            backstage.revive();
        }
        awaitAnswer();
        assertThat(engine.instances().list())
                .extracting(Instance::id)
                .doesNotHaveDuplicates()
                .filteredOn(each -> each.local().equals(id))
                .hasSize(1);
    }

    /** As a caller with a deadline does. A frozen engine answers nothing, so that the call may fail but not succeed. */
    private static void abandon(Future<?> call) throws InterruptedException {
        try {
            throw new AssertionError("A frozen engine answered: " + call.get(300, TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillWaiting) {
            call.cancel(true);
        } catch (ExecutionException failed) {
            assertThat(failed).cause().isInstanceOf(EngineException.class);
        }
    }
}
