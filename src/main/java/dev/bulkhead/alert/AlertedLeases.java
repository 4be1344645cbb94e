package dev.bulkhead.alert;

import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.Optional;

/** Where alerts learn until when an instance may stay. Answers from memory. */
public interface AlertedLeases {

    /** Empty for what may stay as long as it likes. */
    Optional<Instant> endOf(InstanceId instance);
}
