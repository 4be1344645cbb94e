package dev.bulkhead.engine;

import java.util.Collection;
import java.util.Map;

/** What instances use now. */
public interface Stats {

    /**
     * One reading of each running instance of {@code localIds}; those that do not run or are gone are left out. One bulk call where
     * the engine has one, and never one that waits for a stuck guest.
     */
    Map<String, Sample> sample(Collection<String> localIds);
}
