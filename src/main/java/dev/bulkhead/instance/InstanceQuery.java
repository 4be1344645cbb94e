package dev.bulkhead.instance;

import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import java.util.Set;

/**
 * Which instances, in which order. Empty sets and texts do not filter.
 *
 * @param text words that each must occur in name, address, title, label, image, project or id; not case-sensitive
 * @param kinds any of these
 * @param states any of these
 * @param hosts any of these, by id
 * @param engines any of these, by id
 * @param projects any of these, by name
 * @param sort the column
 * @param descending the other way round; ties are broken by name, then id, so that the order is total
 */
public record InstanceQuery(
        String text,
        Set<InstanceKind> kinds,
        Set<InstanceState> states,
        Set<String> hosts,
        Set<String> engines,
        Set<String> projects,
        Sort sort,
        boolean descending) {

    public static final InstanceQuery ALL =
            new InstanceQuery("", Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Sort.NAME, false);

    public InstanceQuery {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        hosts = Set.copyOf(hosts);
        engines = Set.copyOf(engines);
        projects = Set.copyOf(projects);
    }

    /** The columns that can be sorted by. */
    public enum Sort {
        NAME,
        KIND,
        STATE,
        HOST,
        PROJECT,
        ADDRESS,
        CPUS,
        MEMORY,
        STARTED
    }
}
