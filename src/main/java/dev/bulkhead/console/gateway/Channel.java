package dev.bulkhead.console.gateway;

import dev.bulkhead.console.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** The sending half of a WebSocket. Any thread may send, one after the other, close it or ask for a sign of life. */
final class Channel {

    /** Below the usual minute of proxies, and twice before silence counts. */
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private static final Duration SILENCE = Duration.ofSeconds(25);
    /** The protocol allows 125 bytes, two of which are the code. */
    private static final int LONGEST_REASON = 123;

    private final Session session;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long heardNanos = System.nanoTime();
    private volatile long pingedNanos = System.nanoTime();

    Channel(Session session) {
        this.session = session;
        session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SILENCE.toMillis());
    }

    /** Blocks until it is on its way. */
    void send(ByteBuffer bytes) throws IOException {
        // The container refuses a second sender instead of having it wait.
        sending.lock();
        try {
            session.getBasicRemote().sendBinary(bytes);
        } finally {
            sending.unlock();
        }
    }

    /** Blocks until it is on its way. */
    void send(String text) throws IOException {
        sending.lock();
        try {
            session.getBasicRemote().sendText(text);
        } finally {
            sending.unlock();
        }
    }

    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Pings when it is time. @return false after 25 seconds of silence */
    boolean isAlive() {
        long now = System.nanoTime();
        if (now - pingedNanos > PING_EVERY.toNanos()) {
            pingedNanos = now;
            // Not here: while a message is stuck on its way, a ping is too.
            Thread.ofVirtual().start(this::ping);
        }
        return now - heardNanos < SILENCE.toNanos();
    }

    private void ping() {
        try {
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalArgumentException | IllegalStateException gone) {
            // Whoever sends notices too, and silence tells the rest.
            return;
        }
    }

    /** Says why and ends. Returns at once: the words may be stuck behind a message. */
    void close(CloseReason reason) {
        if (closed.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                try {
                    session.close(new jakarta.websocket.CloseReason(() -> reason.code(), cut(reason.text())));
                } catch (IOException | IllegalStateException gone) {
                    // Nobody is left to be told.
                    return;
                }
            });
        }
    }

    /** As much as the protocol carries, never half a character. */
    static String cut(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_REASON) {
            return text;
        }
        int end = LONGEST_REASON - "…".getBytes(StandardCharsets.UTF_8).length;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "…";
    }
}
