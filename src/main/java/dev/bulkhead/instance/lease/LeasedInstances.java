package dev.bulkhead.instance.lease;

import dev.bulkhead.access.Origin;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import java.util.Collection;
import java.util.Optional;

/** What leases are of. From memory, on any thread. */
public interface LeasedInstances {

    /** All that are known, of all engines. */
    Collection<Instance> all();

    Optional<Instance> find(InstanceId id);

    /**
     * Has an action done, as one that is tracked and on record; returns at once.
     *
     * @throws dev.bulkhead.engine.EngineException when it is not possible now
     */
    void perform(InstanceId id, Action action, Origin origin);
}
