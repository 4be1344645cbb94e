package dev.bulkhead.lxd;

import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.Changes.Subscription;
import dev.bulkhead.engine.ErrorKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One subscription: the WebSocket's messages on their way to the listener. Jetty calls it from one thread at a time, and insists on a
 * public class.
 */
public final class EventSocket implements Session.Listener.AutoDemanding, Subscription {

    private static final Duration FIRST_PONG = Duration.ofSeconds(10);
    private static final long MAX_EVENT_BYTES = 16L << 20;

    private final EventTranslator translator;
    private final Consumer<Change> listener;
    private final Consumer<EventSocket> onEnd;
    /** Whether the server took the subscription. Once it is true, the end is told by {@link Lost}; before, by an exception. */
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();

    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Session session;

    EventSocket(EventTranslator translator, Consumer<Change> listener, Consumer<EventSocket> onEnd) {
        this.translator = translator;
        this.listener = listener;
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
            if (!ended.get()) {
                listener.accept(change);
            }
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
        if (ended.compareAndSet(false, true)) {
            onEnd.accept(this);
            boolean neverTaken = taken.complete(false);
            if (!neverTaken) {
                listener.accept(new Lost(reason));
            }
        }
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            onEnd.accept(this);
        }
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
