package dev.bulkhead.metrics;

import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.InstanceId;
import java.util.Map;
import java.util.Set;

/** Where sampling learns what there is to measure. Answers from memory. */
public interface MeteredInstances {

    /** The engines' own ids of all instances that run now. */
    Map<EngineId, Set<String>> active();

    /** All that there are, running or not. */
    Set<InstanceId> all();
}
