package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.ConsoleConnection;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.TerminalSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a line printed, as the host keeps it in a file, so far and on. */
final class LogConnection implements ConsoleConnection {

    /** How late news may come; a look costs two calls of the kernel. */
    private static final long LOOK_MILLIS = 250;

    private final LogFile file;
    private final boolean follow;
    private final OpenConsoles open;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private boolean closed;

    private LogConnection(LogFile file, boolean follow, OpenConsoles open) {
        this.file = file;
        this.follow = follow;
        this.open = open;
        open.add(this);
    }

    /**
     * Opens one.
     *
     * @throws EngineException UNSUPPORTED when asked for a span of time: such a log says nothing of when
     */
    static LogConnection open(EngineId engine, Path path, Logs part, OpenConsoles open) {
        if (part.since() != null || part.until() != null) {
            throw new EngineException(
                    ErrorKind.UNSUPPORTED, engine, "This log has no times, so that no span of time can be asked for");
        }
        try {
            return new LogConnection(LogFile.open(path, part.tail()), part.follow(), open);
        } catch (IOException unreadable) {
            throw new EngineException(
                    ErrorKind.INTERNAL, engine, "The log cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        while (true) {
            int count = file.read(buffer);
            if (count > 0) {
                return count;
            }
            if (!follow) {
                return -1;
            }
            pause();
        }
    }

    /** Nothing can be typed into a log. */
    @Override
    public void write(ByteBuffer bytes) throws IOException {
        throw new IOException("Nothing can be typed into a log");
    }

    @Override
    public void resize(TerminalSize size) {}

    @Override
    public void close() {
        open.remove(this);
        lock.lock();
        try {
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
        file.close();
    }

    private void pause() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (closed) {
                throw new AsynchronousCloseException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the log to grow", interrupted);
        } finally {
            lock.unlock();
        }
    }
}
