package dev.bulkhead.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open connection with its events. Native memory lives until the last call in it has returned, however long after the loss that
 * is: a call can be abandoned by its caller, but not interrupted.
 */
final class Connection implements EventCallbacks.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    /** A silent peer is given up after interval times (count + 1): 12 s. */
    private static final int KEEPALIVE_SECONDS = 4;

    private static final int KEEPALIVE_COUNT = 2;

    private static final String[] CLOSE_REASONS = {
        "error", "the engine closed it", "keepalive timed out", "closed by us"
    };

    private final NativeLibvirt library;
    private final EngineId engine;
    private final ConnectionPointer pointer;
    private final EventHub hub;
    private final Pointer opaque;
    private final Driver driver;
    private final FactsCache facts = new FactsCache();
    private final List<Runnable> registrations = new ArrayList<>();
    private boolean domainEvents;
    private volatile @Nullable EngineIdentity identity;

    /** Guarded by this. */
    private int calls;

    /** Guarded by this. */
    private boolean retired;

    private Connection(NativeLibvirt library, EngineId engine, ConnectionPointer pointer) {
        this.library = library;
        this.engine = engine;
        this.pointer = pointer;
        this.driver = Driver.of(library.virConnectGetType(pointer));
        this.hub = new EventHub("libvirt-events-" + engine, this::free);
        this.opaque = EventCallbacks.announce(this);
    }

    /**
     * Connects; blocks for as long as the other side takes.
     *
     * @param withEvents whether its hub is to hear of more than the connection's loss
     */
    static Connection open(NativeLibvirt library, EngineId engine, String uri, boolean withEvents) {
        ConnectionPointer pointer = library.virConnectOpen(uri);
        if (pointer == null) {
            throw LibvirtErrors.ofOpening(library, engine);
        }
        Connection connection = new Connection(library, engine, pointer);
        connection.hub.start();
        connection.watch();
        if (withEvents) {
            connection.listen();
        }
        return connection;
    }

    /** Begins a call; false when it may not be used any more. Each that began must {@link #leave()}. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void leave() {
        calls--;
        notifyAll();
    }

    /** Ends it for new calls at once, and natively when the running ones have returned. */
    void retire(@Nullable String lost) {
        synchronized (this) {
            retired = true;
            notifyAll();
        }
        hub.end(lost == null ? null : new Change.Lost(lost));
    }

    synchronized boolean isRetired() {
        return retired;
    }

    NativeLibvirt library() {
        return library;
    }

    ConnectionPointer pointer() {
        return pointer;
    }

    EngineId engine() {
        return engine;
    }

    EventHub hub() {
        return hub;
    }

    Driver driver() {
        return driver;
    }

    /** What was read of domains in depth. It lives as long as the connection: after a loss everything is read anew. */
    FactsCache facts() {
        return facts;
    }

    /** Null until it was asked for. */
    @Nullable
    EngineIdentity identity() {
        return identity;
    }

    void identity(EngineIdentity read) {
        identity = read;
    }

    /** Whether the driver tells of its domains' changes. */
    boolean hasDomainEvents() {
        return domainEvents;
    }

    /** Passes a result on, or throws what the last call failed with. */
    int check(int result) {
        if (result < 0) {
            throw failure();
        }
        return result;
    }

    /** Passes a result on, or throws what the last call failed with. */
    <T> T check(@Nullable T result) {
        if (result == null) {
            throw failure();
        }
        return result;
    }

    /** A text that libvirt allocated, given back to it; or throws what the last call failed with. */
    String take(@Nullable CString text) {
        CString taken = check(text);
        try {
            return taken.toString();
        } finally {
            taken.free();
        }
    }

    EngineException failure() {
        return LibvirtErrors.last(library, engine, pointer);
    }

    @Override
    public void changed(Change change) {
        hub.publish(change);
    }

    @Override
    public void closed(int reason) {
        String why = reason >= 0 && reason < CLOSE_REASONS.length ? CLOSE_REASONS[reason] : "reason " + reason;
        retire("connection lost: " + why);
    }

    private void watch() {
        // Drivers that live in this process have no peer to lose and refuse both.
        library.virConnectSetKeepAlive(pointer, KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
        if (library.virConnectRegisterCloseCallback(pointer, EventCallbacks.CLOSED, opaque, null) == 0) {
            registrations.add(() -> library.virConnectUnregisterCloseCallback(pointer, EventCallbacks.CLOSED));
        }
    }

    private void listen() {
        for (Map.Entry<Integer, Callback> event : EventCallbacks.OF_DOMAINS.entrySet()) {
            int number = library.virConnectDomainEventRegisterAny(
                    pointer, null, event.getKey(), event.getValue(), opaque, null);
            domainEvents |= number >= 0 && event.getKey() == 0;
            remember(number, id -> library.virConnectDomainEventDeregisterAny(pointer, id));
        }
        remember(
                library.virConnectNetworkEventRegisterAny(pointer, null, 0, EventCallbacks.OF_RESOURCES, opaque, null),
                id -> library.virConnectNetworkEventDeregisterAny(pointer, id));
        remember(
                library.virConnectStoragePoolEventRegisterAny(
                        pointer, null, 0, EventCallbacks.OF_RESOURCES, opaque, null),
                id -> library.virConnectStoragePoolEventDeregisterAny(pointer, id));
        remember(
                library.virConnectStoragePoolEventRegisterAny(
                        pointer, null, 1, EventCallbacks.OF_POOL_REFRESH, opaque, null),
                id -> library.virConnectStoragePoolEventDeregisterAny(pointer, id));
    }

    private void remember(int registration, IntConsumer deregister) {
        if (registration >= 0) {
            registrations.add(() -> deregister.accept(registration));
        }
    }

    /** On the hub's thread, after all was told: a registration holds the native connection, so each must go. */
    private void free() {
        awaitCalls();
        registrations.forEach(Runnable::run);
        EventCallbacks.forget(opaque);
        int references = library.virConnectClose(pointer);
        if (references != 0) {
            LOG.warn("A connection of {} is still held {} times", engine, references);
        }
    }

    private synchronized void awaitCalls() {
        boolean interrupted = false;
        while (calls > 0) {
            try {
                wait();
            } catch (InterruptedException goOn) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
