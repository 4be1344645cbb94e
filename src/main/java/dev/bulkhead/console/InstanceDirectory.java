package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Instance;
import java.util.Optional;

/** Where consoles look up what they lead to. Answers from memory. */
@FunctionalInterface
public interface InstanceDirectory {
    Optional<Instance> find(InstanceId id);
}
