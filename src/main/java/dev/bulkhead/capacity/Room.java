package dev.bulkhead.capacity;

import dev.bulkhead.common.HostId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostCapacity.Resource;
import dev.bulkhead.host.HostStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a host has and has promised, at one moment: what the rules are asked of.
 *
 * @param kinds of its engines that answer
 * @param openMemory how many instances have no memory limit
 * @param places where its engines keep disks
 */
record Room(
        HostId host,
        String name,
        Set<EngineKind> kinds,
        Resource cpu,
        Resource memory,
        int openMemory,
        List<Place> places) {

    /** @param used null when unknown */
    record Place(
            String name, @Nullable Double used, @Nullable Double total) {

        /** {@code total × (1 − reserve) − used}; less than anything when unknown. */
        double left(double reserve) {
            return used == null || total == null ? Double.NEGATIVE_INFINITY : total * (1 - reserve) - used;
        }

        Place with(double disk) {
            return new Place(name, used == null ? null : Double.valueOf(used + disk), total);
        }
    }

    static Room of(HostStatus host) {
        return new Room(
                host.id(),
                host.name(),
                host.engines().stream()
                        .filter(EngineStatus::isUp)
                        .map(engine -> engine.settings().kind())
                        .collect(Collectors.toSet()),
                host.capacity().cpu(),
                host.capacity().memory(),
                host.promised().withoutMemoryLimit(),
                host.storagePlaces().stream()
                        .map(place -> new Place(
                                String.join(", ", place.pools()),
                                place.resource().used(),
                                place.resource().total()))
                        .toList());
    }

    Fit fit(Size size, FitRules rules) {
        Optional<Place> best = best(rules);
        return new Fit(
                host,
                name,
                List.of(
                        new Check(
                                Rule.CPU, "", size.cpus(), cpu.promised(), scaled(cpu.total(), rules.cpuOverCommit())),
                        new Check(
                                Rule.MEMORY,
                                "",
                                size.memory(),
                                memory.promised(),
                                scaled(memory.total(), 1 - rules.memoryReserve())),
                        new Check(
                                Rule.STORAGE,
                                best.map(Place::name).orElse(""),
                                size.disk(),
                                best.map(Place::used).orElse(null),
                                best.map(place -> scaled(place.total(), 1 - rules.storageReserve()))
                                        .orElse(null))),
                openMemory);
    }

    /** As it is once that has come: its disks lie in the place that had most left. */
    Room with(Size size, FitRules rules) {
        List<Place> filled = new ArrayList<>(places);
        best(rules).ifPresent(best -> filled.set(filled.indexOf(best), best.with(size.disk())));
        return new Room(
                host, name, kinds, promised(cpu, size.cpus()), promised(memory, size.memory()), openMemory, filled);
    }

    private Optional<Place> best(FitRules rules) {
        return places.stream().max(Comparator.comparingDouble(place -> place.left(rules.storageReserve())));
    }

    private static Resource promised(Resource resource, double more) {
        return resource.plus(new Resource(null, more, null));
    }

    private static @Nullable Double scaled(@Nullable Double total, double factor) {
        return total == null ? null : Double.valueOf(total * factor);
    }
}
