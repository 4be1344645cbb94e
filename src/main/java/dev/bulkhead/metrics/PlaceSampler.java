package dev.bulkhead.metrics;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Sample;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.Machines;
import dev.bulkhead.host.StoragePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How full each place of all machines' storage is. A place is kept under each of its locations: which pools lie together changes as pools
 * come and go and engines fail to answer, but where a pool lies does not.
 */
@Component
class PlaceSampler {

    private final Machines machines;

    PlaceSampler(Machines machines) {
        this.machines = machines;
    }

    /** By the latest look at the pools; from memory. */
    Collection<PlaceUsage> read(Instant at) {
        Map<String, PlaceUsage> all = new LinkedHashMap<>();
        for (HostId host : machines.all()) {
            usages(host, machines.storagePlaces(host), at).forEach(usage -> all.putIfAbsent(usage.subject(), usage));
        }
        return all.values();
    }

    static List<PlaceUsage> usages(HostId host, List<StoragePlace> places, Instant at) {
        return places.stream()
                .flatMap(place -> place.locations().stream()
                        .map(location -> new PlaceUsage(host, location, at, amounts(place.resource(), at))))
                .toList();
    }

    private static Rates amounts(HostCapacity.Resource storage, Instant at) {
        Sample sample = new Sample.Builder()
                .put(Meter.STORAGE_USED, whole(storage.used()))
                .put(Meter.STORAGE_LIMIT, whole(storage.total()))
                .at(at);
        return Rates.between(null, sample, Duration.ZERO);
    }

    private static @Nullable Long whole(@Nullable Double bytes) {
        return bytes == null ? null : bytes.longValue();
    }
}
