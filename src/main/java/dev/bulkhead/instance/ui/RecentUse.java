package dev.bulkhead.instance.ui;

import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.ui.SmallLine;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The small lines of a list: what an instance used in the last half hour, the full height being all that it may use. */
@Component
class RecentUse {

    private final HistoryService history;

    RecentUse(HistoryService history) {
        this.history = history;
    }

    String heights(InventoryItem item, Resource resource) {
        return values(item, resource)
                .map(values -> SmallLine.heights(values, Limits.of(item.instance(), resource)))
                .orElse("");
    }

    /** "Last half hour: 0.2, at most 1.5". */
    String words(InventoryItem item, Resource resource) {
        return values(item, resource)
                .map(values -> SmallLine.words(values, resource))
                .orElse("");
    }

    private Optional<float[]> values(InventoryItem item, Resource resource) {
        return history.recent(item.id()).map(recent -> resource == Resource.CPU ? recent.cpus() : recent.memory());
    }
}
