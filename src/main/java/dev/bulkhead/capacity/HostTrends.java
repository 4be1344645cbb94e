package dev.bulkhead.capacity;

import dev.bulkhead.common.HostId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a machine's resources are going.
 *
 * @param host which
 * @param name what people call it
 * @param trends of those that were measured; of storage, of all its places together
 * @param places of those that were measured: each fills up by itself
 */
public record HostTrends(HostId host, String name, Map<Trended, Trend> trends, List<PlaceTrend> places) {
    public HostTrends {
        Map<Trended, Trend> ordered = new EnumMap<>(Trended.class);
        ordered.putAll(trends);
        trends = Collections.unmodifiableMap(ordered);
        places = List.copyOf(places);
    }
}
