package dev.bulkhead.operation;

import dev.bulkhead.access.Actor;
import dev.bulkhead.access.Origin;
import dev.bulkhead.common.ChangeLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs tracked work. For services, which ask for the permission first; pages ask {@link OperationService}.
 *
 * <p>The intent is on record before the work begins: work whose intent cannot be written is not done. One target has one operation
 * at a time, one queue a bounded number. Each runs on a virtual thread of its own.
 */
@Component
@EnableConfigurationProperties(OperationSettings.class)
public class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int LONGEST_MESSAGE = 2000;
    private static final int LONGEST_NAME = 300;

    private final OperationStore store;
    private final OperationRecord record;
    private final OperationSettings settings;
    private final ChangeLog<UUID> changes = new ChangeLog<>(2_000);
    private final Map<String, Operation> activeByTarget = new ConcurrentHashMap<>();
    private final Map<UUID, Operation> unsaved = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> queues = new ConcurrentHashMap<>();

    Operations(OperationStore store, OperationRecord record, OperationSettings settings) {
        this.store = store;
        this.record = record;
        this.settings = settings;
    }

    /**
     * What is to be done.
     *
     * @param verb as the API spells it
     * @param target id of what it is done to
     * @param targetName for the eye; cut when very long
     * @param queue operations of one queue wait for each other when they are many: the engine's id
     */
    public record Request(String verb, String target, String targetName, String queue) {}

    @PostConstruct
    void interruptOpen() {
        int interrupted = record.interruptOpen(now());
        if (interrupted > 0) {
            LOG.warn("{} operations of the last run were interrupted", interrupted);
        }
    }

    /**
     * Puts the intent on record and lets the work begin as soon as its queue allows. Returns at once.
     *
     * @param work blocks until done; {@link OperationFailure} for what can be expected, anything else is a bug and is logged
     * @throws AlreadyUnderWayException when the target has an operation that has not ended
     * @throws org.springframework.dao.DataAccessException when the intent cannot be written; then nothing is done
     */
    public Operation submit(Request request, Actor actor, Runnable work) {
        return submit(request, Origin.of(actor), work);
    }

    /** As {@link #submit(Request, Actor, Runnable)}, for what is not done by somebody at hand. */
    public Operation submit(Request request, Origin origin, Runnable work) {
        Operation operation = new Operation(
                UUID.randomUUID(),
                request.verb(),
                request.target(),
                cut(request.targetName(), LONGEST_NAME),
                origin.actor(),
                OperationState.QUEUED,
                now(),
                null,
                null,
                null,
                null);
        Operation other = activeByTarget.putIfAbsent(request.target(), operation);
        if (other != null) {
            AlreadyUnderWayException busy = new AlreadyUnderWayException(other);
            record.refused(operation, origin, String.valueOf(busy.getMessage()));
            throw busy;
        }
        try {
            record.intent(operation, origin);
        } catch (RuntimeException unrecorded) {
            activeByTarget.remove(request.target());
            throw unrecorded;
        }
        changes.append(List.of(operation.id()));
        Thread.ofVirtual()
                .name("operation-" + operation.id())
                .start(() -> run(operation, origin, request.queue(), work));
        return operation;
    }

    private void run(Operation operation, Origin origin, String queueName, Runnable work) {
        Semaphore queue = queues.computeIfAbsent(queueName, name -> new Semaphore(settings.perEngine(), true));
        queue.acquireUninterruptibly();
        try {
            if (begin(operation.target(), operation.id())) {
                work.run();
                end(operation, origin, OperationState.SUCCEEDED, null, null);
            }
        } catch (OperationFailure failure) {
            end(operation, origin, OperationState.FAILED, failure.errorKind(), failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("Operation {} ({}) failed unexpectedly", operation.id(), operation.verb(), bug);
            end(operation, origin, OperationState.FAILED, "INTERNAL", bug.getMessage());
        } finally {
            queue.release();
        }
    }

    /** False when it was cancelled while it waited. */
    private boolean begin(String target, UUID id) {
        return change(
                        target,
                        id,
                        OperationState.QUEUED,
                        operation -> with(operation, OperationState.RUNNING, null, null))
                != null;
    }

    private void end(
            Operation operation,
            Origin origin,
            OperationState state,
            @Nullable String errorKind,
            @Nullable String message) {
        Operation ended = change(
                operation.target(),
                operation.id(),
                OperationState.RUNNING,
                running -> with(running, state, errorKind, message));
        if (ended != null) {
            record.outcome(ended, origin);
        }
    }

    /** Ends an operation that has not begun. @return false when it has begun or ended already */
    boolean cancel(Operation operation) {
        Operation cancelled = change(
                operation.target(),
                operation.id(),
                OperationState.QUEUED,
                queued -> with(queued, OperationState.CANCELLED, null, null));
        if (cancelled != null) {
            record.outcome(cancelled, Origin.current());
        }
        return cancelled != null;
    }

    /**
     * The only place where an operation's state changes: from the expected state, or not at all.
     *
     * @return what it is now; null when it was not in that state
     */
    private @Nullable Operation change(String target, UUID id, OperationState from, UnaryOperator<Operation> step) {
        AtomicReference<@Nullable Operation> changed = new AtomicReference<>();
        activeByTarget.computeIfPresent(target, (key, current) -> {
            if (!current.id().equals(id) || current.state() != from) {
                return current;
            }
            Operation next = step.apply(current);
            changed.set(next);
            save(next);
            return next.state().isEnded() ? null : next;
        });
        if (changed.get() != null) {
            changes.append(List.of(id));
        }
        return changed.get();
    }

    /** The engine has acted by now, so a database that fails must not hide it: kept, and written when it can be. */
    private void save(Operation operation) {
        try {
            store.update(operation);
            unsaved.remove(operation.id());
        } catch (RuntimeException failing) {
            if (unsaved.put(operation.id(), operation) == null) {
                LOG.error("The outcome of operation {} cannot be written yet", operation.id(), failing);
            }
        }
    }

    @Scheduled(fixedDelay = 5_000)
    void saveAgain() {
        unsaved.values().forEach(this::save);
    }

    @Scheduled(fixedDelay = 24 * 3_600_000L, initialDelay = 600_000L)
    void forgetOld() {
        int forgotten = store.deleteEndedBefore(Instant.now().minus(settings.keep()));
        if (forgotten > 0) {
            LOG.info(
                    "{} operations older than {} days were forgotten",
                    forgotten,
                    settings.keep().toDays());
        }
    }

    Optional<Operation> activeFor(String target) {
        return Optional.ofNullable(activeByTarget.get(target));
    }

    Collection<Operation> active() {
        return activeByTarget.values();
    }

    /** The newest state of an operation read from the table. */
    Operation current(Operation stored) {
        Operation active = activeByTarget.get(stored.target());
        if (active != null && active.id().equals(stored.id())) {
            return active;
        }
        return unsaved.getOrDefault(stored.id(), stored);
    }

    ChangeLog<UUID> changes() {
        return changes;
    }

    /**
     * Operations on targets whose id begins so that an end of Bulkhead interrupted, and of which nobody has asked the engine since. Reads
     * the database.
     */
    public List<Operation> unsettled(String targetPrefix) {
        return store.unsettled(targetPrefix);
    }

    /**
     * Puts on record what the engine says of an interrupted operation's target.
     *
     * @param found in words: "running", "there is no such instance any more"
     */
    public void settle(Operation interrupted, String found) {
        record.found(interrupted, found);
        changes.append(List.of(interrupted.id()));
    }

    @PreDestroy
    void stop() {
        record.interruptOpen(now());
    }

    private static Operation with(
            Operation from, OperationState state, @Nullable String errorKind, @Nullable String message) {
        Instant started = from.startedAt() == null && state == OperationState.RUNNING ? now() : from.startedAt();
        return new Operation(
                from.id(),
                from.verb(),
                from.target(),
                from.targetName(),
                from.actor(),
                state,
                from.requestedAt(),
                started,
                state.isEnded() ? now() : null,
                errorKind,
                message == null ? null : cut(message, LONGEST_MESSAGE));
    }

    /** In the table's precision, so that what is kept in memory equals what is read back. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
