package dev.bulkhead.alert;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Instance;
import java.util.Collection;

/** Where alerts learn what instances there are, and how they are. Answers from memory. */
public interface AlertedInstances {

    Collection<Known> all();

    /**
     * One instance.
     *
     * @param host the machine it is on
     * @param instance as its engine last reported it
     * @param stale whether that may not be true any more
     */
    record Known(HostId host, Instance instance, boolean stale) {}
}
