package dev.bulkhead.access.quota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much a project may hold.
 *
 * @param limits what is not in it has none
 */
public record Quota(Map<Measure, Long> limits) {

    /** No limit at all. */
    public static final Quota NONE = new Quota(Map.of());

    public Quota {
        Map<Measure, Long> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(limits);
        if (ordered.values().stream().anyMatch(limit -> limit < 0)) {
            throw new IllegalArgumentException("A limit is 0 or more");
        }
        limits = Collections.unmodifiableMap(ordered);
    }

    /**
     * The one decision whether something fits.
     *
     * @param held what the project has
     * @param added what would come to it
     * @return what it would be too much of; empty when it fits. Where nothing comes, nothing is too much, even in a project that holds
     *     more than it may. What has no limit of its own never fits below one.
     */
    public List<Excess> check(Amounts held, Amounts added) {
        List<Excess> excesses = new ArrayList<>();
        limits.forEach((measure, limit) -> {
            boolean open = added.unlimited().contains(measure);
            long more = added.of(measure);
            if (open || (more > 0 && Amounts.sum(held.of(measure), more) > limit)) {
                excesses.add(new Excess(measure, limit, held.of(measure), more, open));
            }
        });
        return excesses;
    }

    /**
     * Too much of one measure.
     *
     * @param limit how much there may be
     * @param held how much there is
     * @param added how much would come
     * @param unlimited whether what would come has no limit of its own
     */
    public record Excess(Measure measure, long limit, long held, long added, boolean unlimited) {

        /** {@code memory: 3 GiB + 2 GiB of 4 GiB}. */
        public String words() {
            return unlimited
                    ? measure.words() + ": has no limit of its own, and the project's is " + measure.words(limit)
                    : "%s: %s + %s of %s"
                            .formatted(
                                    measure.words(), measure.words(held), measure.words(added), measure.words(limit));
        }
    }
}
