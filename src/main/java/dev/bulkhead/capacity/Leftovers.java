package dev.bulkhead.capacity;

import dev.bulkhead.host.Asked;
import java.util.List;

/**
 * What could be had back, as far as the caller may see it.
 *
 * @param found by kind, the largest first, then what has no known size
 * @param engines how far each engine was asked
 */
public record Leftovers(List<Leftover> found, List<Asked> engines) {

    public Leftovers {
        found = List.copyOf(found);
        engines = List.copyOf(engines);
    }

    /** In bytes, of what has a known size. */
    public double total() {
        return found.stream().flatMapToDouble(one -> one.known().stream()).sum();
    }
}
