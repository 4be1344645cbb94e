package dev.bulkhead.engine.fake;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.Change.InstanceChanged;
import dev.bulkhead.engine.Change.Lost;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A daemon in memory. It outlives the {@link FakeEngine}s that connect to it. Tests act on it as {@code virsh} or {@code docker}
 * would, and script its failures. Safe for many threads; events are told on the thread that causes them.
 */
public final class FakeBackend {

    private final EngineId engine;
    private final InstanceKind kind;
    private final Map<String, Instance> guests = new LinkedHashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<FakeConsole> consoles = new LinkedBlockingQueue<>();
    private final FakeScreens screens = new FakeScreens(this);
    private final FakeSupply supply = new FakeSupply();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int screenPort;
    private boolean dead;
    private boolean frozen;
    private @Nullable ErrorKind failure;

    public FakeBackend(EngineId engine, InstanceKind kind) {
        this.engine = engine;
        this.kind = kind;
    }

    /** Makes a guest and tells it; returns its local id. */
    public String add(String name, InstanceState state) {
        String localId = UUID.randomUUID().toString();
        put(FakeGuests.guest(engine, localId, name, kind, state));
        return localId;
    }

    /** Makes or replaces a guest and tells it. */
    public void put(Instance guest) {
        synchronized (this) {
            guests.put(guest.id().local(), guest);
        }
        tell(new InstanceChanged(guest.id().local(), Instant.now(), "defined"));
    }

    /** Brings a guest into a state and tells it. */
    public void enter(String localId, InstanceState state) {
        replace(localId, FakeGuests.in(state, existing(localId)), state.name());
    }

    public void rename(String localId, String name) {
        replace(localId, FakeGuests.renamed(name, existing(localId)), "renamed");
    }

    /** Removes a guest and tells it; one that is not there does no harm. */
    public void remove(String localId) {
        synchronized (this) {
            if (guests.remove(localId) == null) {
                return;
            }
        }
        tell(new InstanceChanged(localId, Instant.now(), "undefined"));
    }

    /** Tells what nothing caused. */
    public void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** From now on every call fails as UNREACHABLE; subscriptions are lost. */
    public void die() {
        synchronized (this) {
            dead = true;
            notifyAll();
        }
        loseSubscriptions("The fake daemon died");
    }

    public synchronized void revive() {
        dead = false;
    }

    /** Ends all subscriptions as if the stream of events broke, and nothing else. */
    public void loseSubscriptions(String reason) {
        List<Consumer<Change>> lost = new ArrayList<>(listeners);
        listeners.removeAll(lost);
        lost.forEach(listener -> listener.accept(new Lost(reason)));
    }

    /** From now on calls wait for {@link #thaw()}, {@link #die()} or an interrupt. */
    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** From now on every call fails in this way; null ends it. */
    public synchronized void failWith(@Nullable ErrorKind kind) {
        failure = kind;
    }

    /** How many calls came in since the start. */
    public int calls() {
        return calls.get();
    }

    /** How many subscriptions are open. */
    public int subscriptions() {
        return listeners.size();
    }

    public synchronized List<Instance> guests() {
        return List.copyOf(guests.values());
    }

    public synchronized Optional<Instance> guest(String localId) {
        return Optional.ofNullable(guests.get(localId));
    }

    /** The console that was opened next, in their order; waits for it. */
    public FakeConsole nextConsole() throws InterruptedException {
        FakeConsole console = consoles.poll(10, TimeUnit.SECONDS);
        if (console == null) {
            throw new AssertionError("No console was opened");
        }
        return console;
    }

    /** Whether a console was opened that {@link #nextConsole()} has not given out. */
    public boolean hasOpened() {
        return !consoles.isEmpty();
    }

    /** From now on screens are what listens at this port of the machine. */
    public void screensAt(int port) {
        screenPort = port;
    }

    int screenPort() {
        return screenPort;
    }

    /** Forgets those that {@link #nextConsole()} has not given out. */
    public void forgetConsoles() {
        consoles.clear();
    }

    /** What its guests show. */
    public FakeScreens screens() {
        return screens;
    }

    /** What its guests can be plugged into and made from. */
    public FakeSupply supply() {
        return supply;
    }

    void opened(FakeConsole console) {
        consoles.add(console);
    }

    InstanceKind kind() {
        return kind;
    }

    /** What every call of our side begins with. */
    synchronized void answer() {
        calls.incrementAndGet();
        try {
            while (frozen && !dead) {
                wait();
            }
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
            throw failure(ErrorKind.TIMEOUT, "Interrupted while the fake daemon was frozen");
        }
        if (dead) {
            throw failure(ErrorKind.UNREACHABLE, "The fake daemon is dead");
        }
        if (failure != null) {
            throw failure(failure, "Scripted failure");
        }
    }

    void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    void replace(String localId, Instance guest, String what) {
        synchronized (this) {
            if (guests.replace(localId, guest) == null) {
                throw failure(ErrorKind.NOT_FOUND, "No guest " + localId);
            }
        }
        tell(new InstanceChanged(localId, Instant.now(), what));
    }

    Instance existing(String localId) {
        return guest(localId).orElseThrow(() -> failure(ErrorKind.NOT_FOUND, "No guest " + localId));
    }

    EngineException failure(ErrorKind kind, String message) {
        return new EngineException(kind, engine, message);
    }
}
