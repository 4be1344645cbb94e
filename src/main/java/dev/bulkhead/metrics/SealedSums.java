package dev.bulkhead.metrics;

import dev.bulkhead.engine.Meter;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sorted tables have of single instances, as {@link PointSums} takes it: nothing is added to such a table any more, so a chart that
 * is drawn again asks for the rest alone. The latest used are kept; any thread.
 */
final class SealedSums {

    /** Of a year's charts of one instance some 800: 20 of them, in 4 MB. */
    private static final int MOST_ROWS = 16_000;

    private final Map<Key, List<double[]>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int rows;

    /** @param step the grid's, in seconds */
    record Key(String table, int subject, long step, List<Meter> meters) {}

    synchronized Optional<List<double[]>> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void keep(Key key, List<double[]> sums) {
        List<double[]> before = kept.put(key, List.copyOf(sums));
        rows += size(sums) - (before == null ? 0 : size(before));
        Iterator<List<double[]>> eldest = kept.values().iterator();
        while (rows > MOST_ROWS) {
            rows -= size(eldest.next());
            eldest.remove();
        }
    }

    /** When points of sorted tables went, or came after all. */
    synchronized void clear() {
        kept.clear();
        rows = 0;
    }

    /** What has nothing of an instance takes some place, too. */
    private static int size(List<double[]> sums) {
        return sums.size() + 1;
    }
}
