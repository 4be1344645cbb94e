package dev.bulkhead.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bulkhead.engine.Change;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EventHubTest {

    private final List<Change> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final EventHub hub = new EventHub("test-hub", () -> ended.set(true));

    @Test
    void tellsTheLossAfterAllThatWasPublished() {
        hub.add(told::add);
        hub.publish(changed(1));
        hub.publish(changed(2));
        hub.end(new Change.Lost("gone"));
        hub.end(new Change.Lost("gone twice"));
        hub.start();

        await().until(ended::get);
        assertThat(told).containsExactly(changed(1), changed(2), new Change.Lost("gone"));
        assertThat(hub.add(told::add)).isFalse();
    }

    @Test
    void endsQuietlyWhenNothingWasLost() {
        hub.start();
        hub.add(told::add);
        hub.end(null);

        await().until(ended::get);
        assertThat(told).isEmpty();
    }

    @Test
    void aSubscriberThatIsTooSlowIsToldToReadAllAgain() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        hub.add(change -> {
            reached.countDown();
            awaitQuietly(goOn);
        });
        hub.add(told::add);
        hub.start();
        hub.publish(changed(0));
        reached.await();

        for (int i = 1; i <= 20_000; i++) {
            hub.publish(changed(i));
        }
        goOn.countDown();
        hub.publish(changed(20_001));
        hub.end(new Change.Lost("gone"));

        await().until(ended::get);
        assertThat(told).hasSizeLessThan(5_000).contains(new Change.AllChanged());
        assertThat(told.getLast()).isEqualTo(new Change.Lost("gone"));
    }

    @Test
    void aSubscriberThatFailsDoesNotHarmTheOthers() {
        hub.add(change -> {
            throw new IllegalStateException("a fault");
        });
        hub.add(told::add);
        hub.start();
        hub.publish(changed(1));
        hub.publish(changed(2));

        await().until(() -> told.size() == 2);
        hub.end(null);
    }

    private static Change changed(int number) {
        return new Change.InstanceChanged("id-" + number, Instant.EPOCH, "started");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
