package dev.bulkhead.instance.ui;

import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceQuery.Sort;
import java.util.Set;

/** One query from another, with one thing of it changed. */
final class Filters {

    private Filters() {}

    static InstanceQuery text(InstanceQuery q, String text) {
        return new InstanceQuery(
                text, q.kinds(), q.states(), q.hosts(), q.engines(), q.projects(), q.sort(), q.descending());
    }

    static InstanceQuery kinds(InstanceQuery q, Set<InstanceKind> kinds) {
        return new InstanceQuery(
                q.text(), kinds, q.states(), q.hosts(), q.engines(), q.projects(), q.sort(), q.descending());
    }

    static InstanceQuery states(InstanceQuery q, Set<InstanceState> states) {
        return new InstanceQuery(
                q.text(), q.kinds(), states, q.hosts(), q.engines(), q.projects(), q.sort(), q.descending());
    }

    static InstanceQuery hosts(InstanceQuery q, Set<String> hosts) {
        return new InstanceQuery(
                q.text(), q.kinds(), q.states(), hosts, q.engines(), q.projects(), q.sort(), q.descending());
    }

    static InstanceQuery engines(InstanceQuery q, Set<String> engines) {
        return new InstanceQuery(
                q.text(), q.kinds(), q.states(), q.hosts(), engines, q.projects(), q.sort(), q.descending());
    }

    static InstanceQuery projects(InstanceQuery q, Set<String> projects) {
        return new InstanceQuery(
                q.text(), q.kinds(), q.states(), q.hosts(), q.engines(), projects, q.sort(), q.descending());
    }

    static InstanceQuery sorted(InstanceQuery q, Sort sort, boolean descending) {
        return new InstanceQuery(
                q.text(), q.kinds(), q.states(), q.hosts(), q.engines(), q.projects(), sort, descending);
    }

    /** Whether it leaves anything out. */
    static boolean isFiltered(InstanceQuery q) {
        return !sorted(q, Sort.NAME, false).equals(InstanceQuery.ALL);
    }
}
