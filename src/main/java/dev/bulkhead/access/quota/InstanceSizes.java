package dev.bulkhead.access.quota;

import dev.bulkhead.common.InstanceId;
import java.util.Optional;

/** How much each instance takes, as the feature knows that has them. Answers from memory, on any thread. */
public interface InstanceSizes {

    /** What it was promised by its limits; empty for what is not known now. */
    Optional<Amounts> of(InstanceId instance);
}
