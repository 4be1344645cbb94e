package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.access.AccessService;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.SearchedList;
import java.util.List;

/** One list of the page: true while it is open. */
abstract class AccessTab<T> extends SearchedList<T> {

    /** @param key of its texts */
    AccessTab(String key, AccessService access) {
        super(
                "access." + key + ".count",
                new EmptyState(Icon.ACCESS, text("list.nothing"), text("list.nothing.why")),
                access::onChange);
    }

    // Said again, so that this package and its tests see them.
    @Override
    protected abstract List<T> load();

    @Override
    protected abstract String searchable(T row);
}
