package dev.bulkhead.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What instances use now. */
public interface Stats {

    /**
     * One reading of each running instance of {@code localIds}; those that do not run or are gone are left out. One bulk call where
     * the engine has one, and never one that waits for a stuck guest.
     */
    Map<String, Sample> sample(Collection<String> localIds);

    /**
     * One reading of each virtual CPU, disk and interface of a running instance, as far as the engine tells them apart, in a lasting
     * order; none of one that does not run or is gone. Asked while somebody looks at it, and only then.
     */
    default List<Part> parts(String localId) {
        return List.of();
    }

    /** One reading of the machine that the engine runs on; empty where the engine tells nothing of it. */
    default Optional<Sample> sampleMachine() {
        return Optional.empty();
    }
}
