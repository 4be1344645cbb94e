package dev.bulkhead.instance.lease;

import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All leases, in memory and in the table. Reading is free for all; writing blocks for a statement. */
@Component
class LeaseBook {

    private final LeaseStore store;
    private final Map<InstanceId, Lease> leases = new ConcurrentHashMap<>();
    private final ChangeLog<Boolean> changes = new ChangeLog<>(1);

    LeaseBook(LeaseStore store) {
        this.store = store;
        store.load().forEach(lease -> leases.put(lease.instance(), lease));
    }

    Optional<Lease> find(InstanceId instance) {
        return Optional.ofNullable(leases.get(instance));
    }

    Collection<Lease> all() {
        return leases.values();
    }

    /** @throws org.springframework.dao.DataAccessException when it cannot be written; then nothing is changed */
    synchronized void put(Lease lease) {
        Lease before = leases.get(lease.instance());
        if (lease.equals(before)) {
            return;
        }
        store.save(lease);
        leases.put(lease.instance(), lease);
        if (before == null || !before.endsAt().equals(lease.endsAt())) {
            changes.append(List.of(true));
        }
    }

    /** Puts {@code after} in the place of {@code before}, unless somebody was faster: a renewal, for instance. */
    synchronized boolean replace(Lease before, Lease after) {
        if (!before.equals(leases.get(before.instance()))) {
            return false;
        }
        put(after);
        return true;
    }

    synchronized void remove(InstanceId instance) {
        if (leases.containsKey(instance)) {
            store.delete(instance);
            leases.remove(instance);
            changes.append(List.of(true));
        }
    }

    /** Calls {@code listener} after a lease came, went, or got another end; any thread, must return at once. */
    Registration onChange(Runnable listener) {
        return changes.onAppend(listener);
    }

    /** Tells the listeners that time has passed. */
    void tellTime() {
        changes.append(List.of(true));
    }
}
