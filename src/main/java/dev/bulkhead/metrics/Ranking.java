package dev.bulkhead.metrics;

import dev.bulkhead.common.InstanceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What instances used of one resource over one stretch of time, in no order.
 *
 * @param resource which
 * @param from of the first measurement within the stretch that was asked for
 * @param to where the last one ends
 */
public record Ranking(Resource resource, Instant from, Instant to, List<Rank> ranks) {

    public Ranking {
        ranks = List.copyOf(ranks);
    }

    /**
     * One instance, in the unit of the resource.
     *
     * @param average over the whole stretch; while an instance does not run it uses nothing
     * @param peak the highest that was measured; of a sum of two meters the sum of their peaks within a point, which is never less
     */
    public record Rank(InstanceId id, double average, double peak) {

        public double by(By by) {
            return by == By.AVERAGE ? average : peak;
        }
    }

    /** Which of the two numbers makes the order. */
    public enum By {
        AVERAGE,
        PEAK
    }

    /** The highest first; of equals always in the same order. */
    public List<Rank> top(By by, int most) {
        return ranks.stream()
                .sorted(Comparator.comparingDouble((Rank rank) -> rank.by(by))
                        .reversed()
                        .thenComparing(Rank::id))
                .limit(most)
                .toList();
    }
}
