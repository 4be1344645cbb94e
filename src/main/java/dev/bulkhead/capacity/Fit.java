package dev.bulkhead.capacity;

import dev.bulkhead.common.HostId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether something fits on a host, and why.
 *
 * @param host which
 * @param name what people call it
 * @param checks all rules, in their order
 * @param openMemory how many instances there could use all memory, since nobody limits them: no rule holds them
 */
public record Fit(HostId host, String name, List<Check> checks, int openMemory) {

    public Fit {
        checks = List.copyOf(checks);
    }

    public boolean fits() {
        return checks.stream().allMatch(Check::fits);
    }

    /** The rules that it breaks. */
    public Set<Rule> broken() {
        return checks.stream().filter(check -> !check.fits()).map(Check::rule).collect(Collectors.toSet());
    }

    /** How many of them fit, one after the other; as many as one likes, the greatest number, where nothing is wanted. */
    public int times() {
        return checks.stream()
                .map(Check::times)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
