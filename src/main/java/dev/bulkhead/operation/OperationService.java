package dev.bulkhead.operation;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.InstanceCondition;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Requires;
import dev.bulkhead.access.Rights;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Operations on what the caller may see, for pages and the API. */
@Service
public class OperationService {

    private final Operations operations;
    private final OperationStore store;
    private final AccessService access;

    OperationService(Operations operations, OperationStore store, AccessService access) {
        this.operations = operations;
        this.store = store;
        this.access = access;
    }

    /** Newest first; reads the database. */
    @Requires(Permission.ENTER)
    public List<Operation> list(OperationQuery query) {
        return store.list(query, visible()).stream().map(operations::current).toList();
    }

    /** How many there are without offset and limit; reads the database. */
    @Requires(Permission.ENTER)
    public int count(OperationQuery query) {
        return store.count(query, visible());
    }

    @Requires(Permission.ENTER)
    public Optional<Operation> find(UUID id) {
        return store.find(id)
                .filter(operation -> holds(Permission.OPERATION_VIEW, operation))
                .map(operations::current);
    }

    /** What is being done to a target now; from memory. */
    @Requires(Permission.ENTER)
    public Optional<Operation> activeFor(String target) {
        return operations.activeFor(target).filter(operation -> holds(Permission.OPERATION_VIEW, operation));
    }

    /** How many wait or run; from memory. */
    @Requires(Permission.ENTER)
    public int active() {
        Rights rights = access.rights();
        return rights.everywhere(Permission.OPERATION_VIEW)
                ? operations.active().size()
                : (int) operations.active().stream()
                        .filter(operation -> holds(Permission.OPERATION_VIEW, operation))
                        .count();
    }

    /** Ends an operation that still waits. @return false when it has begun, has ended, or is not known: nothing was done */
    @Requires(Permission.OPERATION_CANCEL)
    public boolean cancel(UUID id) {
        return store.find(id)
                .filter(operation -> holds(Permission.OPERATION_CANCEL, operation))
                .map(operations::cancel)
                .orElse(false);
    }

    private InstanceCondition visible() {
        return access.condition(Permission.OPERATION_VIEW, "target");
    }

    private boolean holds(Permission permission, Operation operation) {
        Rights rights = access.rights();
        return rights.everywhere(permission)
                || InstanceId.parse(operation.target())
                        .filter(id -> rights.at(permission, id))
                        .isPresent();
    }

    /** Calls {@code listener} after an operation began, changed or ended; any thread, must return at once. */
    @Requires(Permission.ENTER)
    public Registration onChange(Runnable listener) {
        return operations.changes().onAppend(listener);
    }

    @Requires(Permission.ENTER)
    public ChangeLog.Delta<UUID> changes(long since) {
        return operations.changes().since(since);
    }
}
