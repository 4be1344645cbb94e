package dev.bulkhead.host;

import java.util.List;

/**
 * One file system or volume group of a machine, with the pools that engines keep in it.
 *
 * @param pools their names, as the engines have them; at least one
 * @param driver of the first of them
 * @param locations paths or sources of the pools, as the engines have them; a place is the same one as long as it has one of them
 * @param resource in bytes; promised is the sum over the pools of what their volumes may grow to, null where no engine tells
 */
public record StoragePlace(List<String> pools, String driver, List<String> locations, HostCapacity.Resource resource) {
    public StoragePlace {
        pools = List.copyOf(pools);
        locations = List.copyOf(locations);
    }
}
