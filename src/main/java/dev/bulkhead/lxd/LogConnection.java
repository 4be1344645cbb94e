package dev.bulkhead.lxd;

import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One who watches a {@link ConsoleLog}: asks for more only while it reads. */
final class LogConnection implements ConsoleConnection {

    private final ConsoleLog log;
    private final boolean follow;
    private final Consumer<LogConnection> onClose;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long position;

    LogConnection(ConsoleLog log, long position, boolean follow, Consumer<LogConnection> onClose) {
        this.log = log;
        this.position = position;
        this.follow = follow;
        this.onClose = onClose;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        while (true) {
            requireOpen();
            int before = buffer.position();
            // Asked before the copy, so that what came last is not missed.
            boolean over = !follow || log.isOver();
            position = log.copy(position, buffer);
            int count = buffer.position() - before;
            if (count > 0) {
                return count;
            }
            if (over) {
                return -1;
            }
            awaitNext();
        }
    }

    private void awaitNext() throws IOException {
        try {
            if (!closed.await(ConsoleLog.PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the log was waited for");
        } catch (EngineException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        requireOpen();
        throw new IOException("Nothing can be typed into a log");
    }

    private void requireOpen() throws IOException {
        if (closed.getCount() == 0) {
            throw new IOException("The log was closed");
        }
    }

    @Override
    public void resize(TerminalSize size) {
        // A log has no size.
    }

    @Override
    public void close() {
        synchronized (closed) {
            if (closed.getCount() == 0) {
                return;
            }
            closed.countDown();
        }
        log.leave();
        onClose.accept(this);
    }
}
