package dev.bulkhead.libvirt;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one current connection of an engine: opened by the first call that needs it, and by the first after a loss. */
final class Connections implements AutoCloseable {

    /** How long a call waits for another thread's attempt to connect. A peer that does not answer holds one thread, not all. */
    private static final int WAIT_SECONDS = 5;

    private final EngineId engine;
    private final LibvirtUri uri;
    private final Supplier<NativeLibvirt> library;
    private final boolean withEvents;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Connection current;
    private volatile boolean closed;

    Connections(EngineId engine, LibvirtUri uri, Supplier<NativeLibvirt> library, boolean withEvents) {
        this.engine = engine;
        this.uri = uri;
        this.library = library;
        this.withEvents = withEvents;
    }

    EngineId engine() {
        return engine;
    }

    LibvirtUri uri() {
        return uri;
    }

    /** Whether the other end is on this machine. */
    boolean isLocal() {
        return uri.isLocal();
    }

    /** Who is at the other end of a connection; asked once for each. */
    EngineIdentity identity(Connection connection) {
        EngineIdentity known = connection.identity();
        if (known == null) {
            known = EngineIdentity.read(connection, isLocal());
            connection.identity(known);
        }
        return known;
    }

    /**
     * Does {@code work} on the current connection.
     *
     * @throws EngineException what it failed with; UNREACHABLE makes the next call connect again
     */
    <T> T call(Function<Connection, T> work) {
        Connection connection = acquire();
        try {
            return work.apply(connection);
        } catch (EngineException failed) {
            if (failed.kind() == ErrorKind.UNREACHABLE) {
                connection.retire("connection lost: " + failed.getMessage());
            }
            throw failed;
        } finally {
            connection.leave();
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = current;
        if (connection != null) {
            connection.retire(null);
        }
    }

    private Connection acquire() {
        Connection known = current;
        if (known != null && known.enter()) {
            return known;
        }
        try {
            if (!opening.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new EngineException(
                        ErrorKind.TIMEOUT, engine, "The engine takes a connection but does not answer");
            }
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorKind.TIMEOUT, engine, "Interrupted while connecting", abandoned);
        }
        try {
            return open();
        } finally {
            opening.unlock();
        }
    }

    private Connection open() {
        Connection known = current;
        if (known != null && known.enter()) {
            return known;
        }
        refuseWhenClosed();
        Connection opened = Connection.open(load(), engine, uri.value().toString(), withEvents);
        current = opened;
        if (closed) {
            // Closed while we waited for the peer: nobody else would end this one.
            opened.retire(null);
        }
        if (!opened.enter()) {
            refuseWhenClosed();
            throw new EngineException(ErrorKind.UNREACHABLE, engine, "The engine closed the connection at once");
        }
        return opened;
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new EngineException(ErrorKind.UNREACHABLE, engine, "This engine was closed");
        }
    }

    private NativeLibvirt load() {
        try {
            return library.get();
        } catch (LinkageError missing) {
            throw new EngineException(
                    ErrorKind.UNSUPPORTED,
                    engine,
                    "libvirt's client library is not installed on this machine. Install the package libvirt0.",
                    missing);
        }
    }
}
