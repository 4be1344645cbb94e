package dev.bulkhead.lxd;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The WebSocket beside a terminal's bytes: sizes and signals go over it, and the server kills the process when it breaks. Jetty insists
 * on a public class.
 */
public final class ControlSocket implements Session.Listener.AutoDemanding {

    private static final Duration SEND_LIMIT = Duration.ofSeconds(5);

    private volatile @Nullable Session session;

    @Override
    public void onWebSocketOpen(Session opened) {
        opened.setIdleTimeout(Duration.ZERO);
        session = opened;
    }

    /** Not logged, as Jetty does else: the server closes this one when the process ends, and the bytes' own socket tells what is wrong. */
    @Override
    public void onWebSocketError(Throwable cause) {
        session = null;
    }

    /** Sends one order, and waits until it is on its way, so that many cannot pile up here. One that cannot be sent is of no use. */
    synchronized void send(JsonNode order) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return;
        }
        Callback.Completable sent = new Callback.Completable();
        open.sendText(order.toString(), sent);
        try {
            sent.get(SEND_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException gone) {
            // The bytes' own socket tells the end.
        }
    }

    /** Sends one order without waiting. */
    void sendSoon(JsonNode order) {
        Session open = session;
        if (open != null && open.isOpen()) {
            open.sendText(order.toString(), Callback.NOOP);
        }
    }

    void close() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
