package dev.bulkhead.console;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.Registration;
import dev.bulkhead.engine.Instance;
import java.util.Optional;

/** Where consoles look up what they lead to. Answers from memory. */
public interface InstanceDirectory {

    Optional<Instance> find(InstanceId id);

    /** Calls {@code listener} after that instance changed; any thread, must return at once. */
    Registration onChange(InstanceId id, Runnable listener);
}
