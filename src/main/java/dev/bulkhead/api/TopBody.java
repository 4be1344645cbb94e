package dev.bulkhead.api;

import dev.bulkhead.common.InstanceId;
import dev.bulkhead.metrics.Ranking;
import dev.bulkhead.metrics.Resource;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Who used most of a resource.
 *
 * @param from of the first measurement in that time
 * @param to where the last one ends
 */
record TopBody(Resource resource, Instant from, Instant to, List<Item> items) {

    /**
     * CPU in CPUs busy, memory in bytes, disk (read and written) and network (in and out) in bytes a second.
     *
     * @param average over all of that time; while an instance does not run it uses nothing
     * @param peak the highest within a point of the history
     */
    record Item(String instance, String name, double average, double peak) {}

    static TopBody of(Ranking ranking, Ranking.By by, int most, Function<InstanceId, String> name) {
        return new TopBody(
                ranking.resource(),
                ranking.from(),
                ranking.to(),
                ranking.top(by, most).stream()
                        .map(rank -> new Item(rank.id().toString(), name.apply(rank.id()), rank.average(), rank.peak()))
                        .toList());
    }
}
