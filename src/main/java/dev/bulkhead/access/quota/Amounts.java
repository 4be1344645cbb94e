package dev.bulkhead.access.quota;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How much something takes, or several things together.
 *
 * @param values what is not in it is nothing
 * @param unlimited of what it may take as much as there is: nobody set a limit
 */
public record Amounts(Map<Measure, Long> values, Set<Measure> unlimited) {

    public static final Amounts NOTHING = new Amounts(Map.of(), Set.of());

    public Amounts {
        Map<Measure, Long> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
        Set<Measure> open = EnumSet.noneOf(Measure.class);
        open.addAll(unlimited);
        unlimited = Collections.unmodifiableSet(open);
    }

    public long of(Measure measure) {
        return values.getOrDefault(measure, 0L);
    }

    /** The sum; what would be more than a number holds stays the greatest. */
    public Amounts plus(Amounts other) {
        Map<Measure, Long> sums = new EnumMap<>(Measure.class);
        sums.putAll(values);
        other.values.forEach((measure, amount) -> sums.merge(measure, amount, Amounts::sum));
        Set<Measure> open = EnumSet.noneOf(Measure.class);
        open.addAll(unlimited);
        open.addAll(other.unlimited);
        return new Amounts(sums, open);
    }

    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
