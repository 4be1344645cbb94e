package dev.bulkhead.access;

import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.EngineId;
import dev.bulkhead.common.HostId;
import java.util.Optional;

/** Tells who gives pools, networks and images what there is; implemented by the feature that lists them. Answers from memory. */
public interface AssetDirectory {

    /** The host that an engine is on; empty for one that is not registered, or no more. */
    Optional<HostId> host(EngineId engine);

    /** Whether the engine told of it when it answered last. */
    boolean isListed(AssetId asset);
}
