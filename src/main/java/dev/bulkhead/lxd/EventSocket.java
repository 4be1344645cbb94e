package dev.bulkhead.lxd;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.Changes.Subscription;
import dev.bulkhead.engine.ErrorKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: the WebSocket's messages on their way to the listener. Jetty calls it from one thread at a time, and insists on a
 * public class.
 */
public final class EventSocket implements Session.Listener.AutoDemanding, Subscription {

    private static final Duration FIRST_PONG = Duration.ofSeconds(10);
    private static final Set<String> BRINGS_ADDRESSES = Set.of("started", "restarted");
    private static final List<Duration> ADDRESS_DELAYS = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final long MAX_EVENT_BYTES = 16L << 20;

    private final EventTranslator translator;
    private final Told told;
    private final Scheduler scheduler;
    private final Consumer<EventSocket> onEnd;
    /** Whether the server took the subscription. Once it is true, the end is told by {@link Lost}; before, by an exception. */
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();

    private volatile @Nullable Session session;

    EventSocket(EventTranslator translator, Told told, Scheduler scheduler, Consumer<EventSocket> onEnd) {
        this.translator = translator;
        this.told = told;
        this.scheduler = scheduler;
        this.onEnd = onEnd;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        opened.setMaxTextMessageSize(MAX_EVENT_BYTES);
        // Quiet for hours is normal. A daemon that ends closes the socket; one that hangs is the health probe's
        // business.
        opened.setIdleTimeout(Duration.ZERO);
        opened.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    /**
     * The server accepts the WebSocket first and registers its listener then, and an event between the two would be lost. It reads,
     * and so answers a ping, only after it registered.
     */
    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        taken.complete(true);
    }

    void awaitListening(LxdErrors errors) {
        boolean took;
        try {
            took = taken.get(FIRST_PONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw errors.interrupted(e);
        } catch (TimeoutException | ExecutionException e) {
            throw errors.broken(e);
        }
        if (!took) {
            throw errors.of(ErrorKind.UNREACHABLE, "The server closed the subscription to its events");
        }
    }

    @Override
    public void onWebSocketText(String message) {
        for (Change change : translator.translate(message)) {
            told.tell(change);
            if (change instanceof InstanceChanged changed && BRINGS_ADDRESSES.contains(changed.what())) {
                lookAgain(changed.localId());
            }
        }
    }

    /** A guest asks for its addresses after it started, and no event tells when it got them. */
    private void lookAgain(String localId) {
        for (Duration delay : ADDRESS_DELAYS) {
            scheduler.schedule(
                    () -> told.tell(new InstanceChanged(localId, Instant.now(), "")),
                    delay.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        lose("The subscription to events broke: " + cause.getClass().getSimpleName());
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        lose("The server closed the subscription to its events");
        callback.succeed();
    }

    private void lose(String reason) {
        boolean neverTaken = taken.complete(false);
        if (neverTaken ? told.end() : told.end(new Lost(reason))) {
            onEnd.accept(this);
        }
    }

    @Override
    public void close() {
        if (told.end()) {
            onEnd.accept(this);
        }
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
