package dev.bulkhead.lxd;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * The WebSocket that carries a terminal's bytes, read and written by blocking calls. It asks for the next frame only when the one in
 * hand was read, so that the rest waits with the server and, in the end, in the guest; unless it has a window into which all goes at
 * once. Jetty insists on a public class.
 */
public final class DataSocket implements Session.Listener {

    private static final int MOST_AT_ONCE = 32 * 1024;

    private final @Nullable ByteWindow window;
    private @Nullable Session session;
    private @Nullable ByteBuffer frame;
    private Callback frameRead = Callback.NOOP;
    private boolean ended;
    private boolean closed;
    private @Nullable IOException broken;

    private DataSocket(@Nullable ByteWindow window) {
        this.window = window;
    }

    /** Makes the other side wait for who reads. */
    static DataSocket waiting() {
        return new DataSocket(null);
    }

    /** Takes all that comes, and forgets the oldest of what nobody reads. */
    static DataSocket hasty() {
        return new DataSocket(new ByteWindow());
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        // A terminal at which nothing happens for hours is normal; one that hangs is the health probe's business.
        opened.setIdleTimeout(Duration.ZERO);
        synchronized (this) {
            session = opened;
        }
        opened.demand();
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        if (take(payload, callback)) {
            return;
        }
        callback.succeed();
        demand();
    }

    private synchronized boolean take(ByteBuffer payload, Callback callback) {
        if (window != null) {
            window.put(payload);
            notifyAll();
            return false;
        }
        if (closed || !payload.hasRemaining()) {
            return false;
        }
        frame = payload;
        frameRead = callback;
        notifyAll();
        return true;
    }

    /** An empty text is how the server tells the end of the output. It does not close then: we must. */
    @Override
    public void onWebSocketPartialText(String payload, boolean last) {
        if (payload.isEmpty() && last) {
            end();
        } else {
            demand();
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        fail(new IOException("The connection to the server broke", cause));
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason, Callback callback) {
        fail(new IOException("The server closed the connection"));
        callback.succeed();
    }

    private synchronized void fail(IOException cause) {
        if (broken == null) {
            broken = cause;
        }
        notifyAll();
    }

    /** As {@link dev.bulkhead.engine.ConsoleConnection#read}. */
    int read(ByteBuffer buffer) throws IOException {
        Callback done;
        int count;
        synchronized (this) {
            awaitInput();
            if (window != null && !window.isEmpty()) {
                return window.get(buffer);
            }
            if (frame == null) {
                return atEnd();
            }
            count = Math.min(buffer.remaining(), frame.remaining());
            buffer.put(frame.slice(frame.position(), count));
            frame.position(frame.position() + count);
            if (frame.hasRemaining()) {
                return count;
            }
            frame = null;
            done = frameRead;
        }
        done.succeed();
        demand();
        return count;
    }

    private void awaitInput() throws IOException {
        try {
            while (!closed && frame == null && (window == null || window.isEmpty()) && !ended && broken == null) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        requireOpen();
    }

    private int atEnd() throws IOException {
        if (ended || broken == null) {
            return -1;
        }
        throw new IOException(broken.getMessage(), broken);
    }

    private void demand() {
        Session open;
        synchronized (this) {
            open = closed || broken != null ? null : session;
        }
        if (open != null) {
            open.demand();
        }
    }

    /** As {@link dev.bulkhead.engine.ConsoleConnection#write}. */
    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            // A copy, since Jetty masks the bytes where they are.
            byte[] part = new byte[Math.min(bytes.remaining(), MOST_AT_ONCE)];
            bytes.get(bytes.position(), part);
            Callback.Completable sent = new Callback.Completable();
            openSession().sendBinary(ByteBuffer.wrap(part), sent);
            awaitSent(sent);
            bytes.position(bytes.position() + part.length);
        }
    }

    private static void awaitSent(Callback.Completable sent) throws IOException {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw new IOException("The connection to the server broke", e.getCause());
        }
    }

    private synchronized Session openSession() throws IOException {
        requireOpen();
        if (session == null || broken != null) {
            throw new IOException("There is no connection to the server", broken);
        }
        return session;
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("The terminal was closed");
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("Interrupted while the terminal was waited for");
        failure.initCause(cause);
        return failure;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** Wakes whoever reads or writes. Twice does no harm. */
    void close() {
        Session open;
        Callback unread;
        synchronized (this) {
            closed = true;
            open = session;
            unread = frame == null ? Callback.NOOP : frameRead;
            frame = null;
            notifyAll();
        }
        unread.succeed();
        if (open != null) {
            open.disconnect();
        }
    }

    /** Leaves the connection, as the server waits for after the end, without being closed. */
    void leave() {
        Session open;
        synchronized (this) {
            open = session;
        }
        if (open != null) {
            open.disconnect();
        }
    }
}
