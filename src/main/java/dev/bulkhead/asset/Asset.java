package dev.bulkhead.asset;

import dev.bulkhead.access.Project;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.HostId;
import java.util.List;

/**
 * A pool, network or image, where it is, and whose.
 *
 * @param hostName what people call the host
 * @param told what the engine says of it
 * @param projects those that it was given to, of those that the caller sees; by name
 * @param mayGive whether it is the caller's to give
 */
public record Asset<T>(AssetId id, HostId host, String hostName, T told, List<Project> projects, boolean mayGive) {
    public Asset {
        projects = List.copyOf(projects);
    }
}
