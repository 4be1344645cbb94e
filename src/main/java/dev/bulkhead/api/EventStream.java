package dev.bulkhead.api;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream of events, on one virtual thread. It keeps a position in the log of changes and nothing else: a client that reads
 * slowly holds up its own thread, and gets fewer states in between.
 */
final class EventStream implements Runnable {

    private static final Duration GAP = Duration.ofMillis(250);
    private static final Duration RIGHT_CHECKED_EVERY = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final InstanceService instances;
    private final InstanceBodies bodies;
    private final StreamRight right;
    private final String run;
    private final Consumer<EventStream> onEnd;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Semaphore changed = new Semaphore(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private long position;
    private long lastSent = System.nanoTime();

    EventStream(
            InstanceService instances,
            InstanceBodies bodies,
            StreamRight right,
            String run,
            long position,
            Consumer<EventStream> onEnd) {
        this.instances = instances;
        this.bodies = bodies;
        this.right = right;
        this.run = run;
        this.position = position;
        this.onEnd = onEnd;
    }

    /** @throws IOException never: what is sent before the answer has begun is kept until then */
    SseEmitter begin() throws IOException {
        emitter.onCompletion(this::end);
        emitter.onError(failure -> end());
        // Sent by the request's own thread, and the headers with it. Were the stream's the first to send, both would
        // write headers.
        emitter.send(SseEmitter.event().comment("hello"));
        Thread.ofVirtual().name("events").start(this);
        return emitter;
    }

    /** From any thread; the stream's own ends soon after. */
    void end() {
        ended.countDown();
        changed.release();
    }

    @Override
    public void run() {
        right.assume();
        try (Registration registration = instances.onChange(changed::release)) {
            follow();
        } catch (IOException | IllegalStateException | AuthenticationException gone) {
            // The client left, or the session did: that is how streams end.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            onEnd.accept(this);
            emitter.complete();
        }
    }

    private void follow() throws IOException, InterruptedException {
        while (ended.getCount() > 0) {
            boolean signal = changed.tryAcquire(RIGHT_CHECKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            if (!right.holds()) {
                return;
            }
            if (signal) {
                changed.drainPermits();
                send(instances.changes(position));
            } else if (System.nanoTime() - lastSent >= HEARTBEAT.toNanos()) {
                emitter.send(SseEmitter.event().comment("alive"));
                lastSent = System.nanoTime();
            }
            if (signal && ended.await(GAP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void send(ChangeLog.Delta<InstanceId> delta) throws IOException {
        if (delta.isEmpty()) {
            return;
        }
        if (!delta.complete()) {
            emitter.send(event("reset", Map.of()).id(id(delta)));
        }
        for (Iterator<InstanceId> ids = delta.keys().iterator(); ids.hasNext(); ) {
            SseEmitter.SseEventBuilder event = describe(ids.next());
            // Only the last carries the position: a client that breaks off in between gets the others again.
            emitter.send(ids.hasNext() ? event : event.id(id(delta)));
        }
        position = delta.position();
        lastSent = System.nanoTime();
    }

    private SseEmitter.SseEventBuilder describe(InstanceId id) {
        Optional<InventoryItem> item = instances.find(id);
        return item.isPresent()
                ? event("instance", bodies.of(item.get()))
                : event("removed", Map.of("id", id.toString()));
    }

    private String id(ChangeLog.Delta<InstanceId> delta) {
        return run + "-" + delta.position();
    }

    private static SseEmitter.SseEventBuilder event(String name, Object data) {
        return SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    }
}
