package dev.bulkhead.instance;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.host.EngineHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the inventory's part of one engine true. Events only say what to read again; one virtual thread reads, in this order: the
 * whole list when it is wanted, then what events named, then, for what is new, the details that a list lacks.
 */
final class EngineSync {

    private static final Duration LIST_DEADLINE = Duration.ofSeconds(30);
    private static final Duration FIND_DEADLINE = Duration.ofSeconds(10);
    private static final Duration RECONCILE = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** A round of reading follows the one before no sooner: a flapping guest is read 20 times a second at most. */
    private static final Duration ROUND_GAP = Duration.ofMillis(50);
    /** When events name more instances than this at once, one list is cheaper than asking for each. */
    private static final int LIST_RATHER = 64;

    private static final Logger LOG = LoggerFactory.getLogger(EngineSync.class);

    private final EngineHandle engine;
    private final InstanceInventory inventory;
    private final InstanceEvents events;

    private final Set<String> named = new LinkedHashSet<>();
    private final Deque<String> shallow = new ArrayDeque<>();
    private boolean up;
    private boolean listWanted;
    private long epoch;
    private Instant nextList = Instant.now().plus(RECONCILE);

    EngineSync(EngineHandle engine, InstanceInventory inventory, InstanceEvents events) {
        this.engine = engine;
        this.inventory = inventory;
        this.events = events;
        Thread.ofVirtual().name("sync-" + engine.id()).start(this::work);
    }

    synchronized void engineUp() {
        up = true;
        epoch++;
        listWanted = true;
        notifyAll();
    }

    synchronized void engineLost(Instant since, String reason) {
        up = false;
        epoch++;
        named.clear();
        shallow.clear();
        inventory.markStale(engine.id(), since, reason);
    }

    synchronized void readSoon(String localId) {
        named.add(localId);
        notifyAll();
    }

    synchronized void listSoon() {
        listWanted = true;
        notifyAll();
    }

    private void work() {
        try {
            while (true) {
                Round round = await();
                read(round);
                if (!round.background()) {
                    Thread.sleep(ROUND_GAP);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Round round) {
        try {
            if (round.list()) {
                list(round.epoch());
            } else {
                round.ids().forEach(localId -> read(localId, round.epoch()));
            }
        } catch (RuntimeException bug) {
            // It must not end the reading of this engine.
            LOG.error("Engine {}: what it told could not be kept", engine.id(), bug);
            apply(round.epoch(), () -> nextList = Instant.now().plus(RETRY));
        }
    }

    /** What to read next; {@code background} when nothing but details waits. */
    private record Round(long epoch, boolean list, List<String> ids, boolean background) {}

    private synchronized Round await() throws InterruptedException {
        while (true) {
            if (up) {
                if (listWanted || named.size() > LIST_RATHER || !Instant.now().isBefore(nextList)) {
                    listWanted = false;
                    named.clear();
                    return new Round(epoch, true, List.of(), false);
                }
                if (!named.isEmpty()) {
                    List<String> ids = new ArrayList<>(named);
                    named.clear();
                    return new Round(epoch, false, ids, false);
                }
                if (!shallow.isEmpty()) {
                    return new Round(epoch, false, List.of(shallow.removeFirst()), true);
                }
            }
            long millis =
                    up ? Math.max(1, Duration.between(Instant.now(), nextList).toMillis()) : 0;
            wait(millis);
        }
    }

    private void list(long asked) {
        try {
            List<Instance> reported =
                    engine.read(LIST_DEADLINE, known -> known.instances().list());
            apply(asked, () -> {
                InstanceInventory.Replacement replaced = inventory.replace(engine.host(), engine.id(), reported);
                replaced.added().forEach(id -> shallow.addLast(id.local()));
                replaced.removed().forEach(events::forget);
                nextList = Instant.now().plus(RECONCILE);
            });
        } catch (EngineException fault) {
            LOG.debug("Engine {} did not list its instances: {}", engine.id(), fault.getMessage());
            apply(asked, () -> {
                inventory.markStale(engine.id(), Instant.now(), String.valueOf(fault.getMessage()));
                nextList = Instant.now().plus(RETRY);
            });
        }
    }

    private void read(String localId, long asked) {
        InstanceId id = new InstanceId(engine.id(), localId);
        try {
            Optional<Instance> found =
                    engine.read(FIND_DEADLINE, known -> known.instances().find(localId));
            apply(asked, () -> {
                found.ifPresentOrElse(instance -> inventory.put(engine.host(), instance), () -> gone(id));
            });
        } catch (EngineException fault) {
            // Whatever it is, it is not "gone": only the engine's own "no such instance" removes a record.
            apply(asked, () -> {
                inventory.markStale(id, Instant.now(), String.valueOf(fault.getMessage()));
                nextList = Instant.now().plus(RETRY);
            });
        }
    }

    private void gone(InstanceId id) {
        inventory.remove(id);
        events.forget(id);
    }

    /** Drops an answer to a question that was asked before the engine was lost. */
    private synchronized void apply(long asked, Runnable step) {
        if (asked == epoch) {
            step.run();
        }
    }
}
