package dev.bulkhead.access;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps who may do what in memory, and changes it: all or nothing, one change at a time, and never so that nobody is left who could
 * change it back. A change takes effect at once, everywhere: whoever holds something open for somebody listens here.
 */
@Component
class AccessRegistry implements ProjectDirectory {

    private final AccessStore store;
    private final TransactionOperations transactions;
    private final AccessRecord record;
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);
    private volatile AccessModel model;

    AccessRegistry(AccessStore store, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.store = store;
        this.transactions = transactions;
        this.record = new AccessRecord(events);
        this.model = store.load();
    }

    AccessModel model() {
        return model;
    }

    @Override
    public Projects projects() {
        return model.placed();
    }

    /**
     * Does what is asked for. What it looks at in the model stays true until it is done.
     *
     * @throws AccessRefusedException as the work throws, and CONFLICT when no administrator would be left, or a name is taken; nothing
     *     was changed then
     */
    synchronized <T> T change(Supplier<T> work) {
        boolean hadAdministrator = model.hasAdministrator();
        AtomicReference<T> result = new AtomicReference<>();
        try {
            model = transactions.execute(transaction -> {
                result.set(work.get());
                AccessModel next = store.load();
                if (hadAdministrator && !next.hasAdministrator()) {
                    throw new AccessRefusedException(
                            AccessRefusedException.Reason.CONFLICT,
                            "Nobody could administer Bulkhead after that; make somebody else an administrator first");
                }
                return next;
            });
        } catch (DuplicateKeyException taken) {
            throw new AccessRefusedException(
                    AccessRefusedException.Reason.CONFLICT, "There is one like that already; choose another name");
        }
        changes.append(List.of(Boolean.TRUE));
        return result.get();
    }

    /** As {@link #change(Supplier)}, and on record: before it is done, which else it is not, and what became of it. */
    <T> T change(AccessChange told, Supplier<T> work) {
        return change(List.of(told), work);
    }

    /** As {@link #change(AccessChange, Supplier)}, for several that are done together or not at all. */
    synchronized <T> T change(List<AccessChange> told, Supplier<T> work) {
        return record.keep(told, () -> change(work));
    }

    /** As {@link #change(List, Supplier)}. */
    void change(List<AccessChange> told, Runnable work) {
        change(told, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #change(AccessChange, Supplier)}. */
    void change(AccessChange told, Runnable work) {
        change(told, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #change(Supplier)}. */
    void change(Runnable work) {
        change(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }
}
