package dev.bulkhead.operation;

import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Operations for pages and the API. */
@Service
public class OperationService {

    private final Operations operations;
    private final OperationStore store;

    OperationService(Operations operations, OperationStore store) {
        this.operations = operations;
        this.store = store;
    }

    /** Newest first; reads the database. */
    @Requires(Permission.OPERATION_VIEW)
    public List<Operation> list(OperationQuery query) {
        return store.list(query).stream().map(operations::current).toList();
    }

    /** How many there are without offset and limit; reads the database. */
    @Requires(Permission.OPERATION_VIEW)
    public int count(OperationQuery query) {
        return store.count(query);
    }

    @Requires(Permission.OPERATION_VIEW)
    public Optional<Operation> find(UUID id) {
        return store.find(id).map(operations::current);
    }

    /** What is being done to a target now; from memory. */
    @Requires(Permission.OPERATION_VIEW)
    public Optional<Operation> activeFor(String target) {
        return operations.activeFor(target);
    }

    /** How many wait or run; from memory. */
    @Requires(Permission.OPERATION_VIEW)
    public int active() {
        return operations.active();
    }

    /** Ends an operation that still waits. @return false when it has begun, has ended, or is not known: nothing was done */
    @Requires(Permission.OPERATION_CANCEL)
    public boolean cancel(UUID id) {
        return store.find(id).map(operations::cancel).orElse(false);
    }

    /** Calls {@code listener} after an operation began, changed or ended; any thread, must return at once. */
    @Requires(Permission.OPERATION_VIEW)
    public Registration onChange(Runnable listener) {
        return operations.changes().onAppend(listener);
    }

    @Requires(Permission.OPERATION_VIEW)
    public ChangeLog.Delta<UUID> changes(long since) {
        return operations.changes().since(since);
    }
}
