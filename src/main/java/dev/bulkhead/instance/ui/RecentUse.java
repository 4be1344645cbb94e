package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.ui.Amounts;
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
        return values(item, resource).map(values -> words(values, resource)).orElse("");
    }

    private Optional<float[]> values(InventoryItem item, Resource resource) {
        return history.recent(item.id()).map(recent -> resource == Resource.CPU ? recent.cpus() : recent.memory());
    }

    private static String words(float[] values, Resource resource) {
        double highest = Double.NaN;
        double latest = Double.NaN;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                highest = Double.isNaN(highest) ? value : Math.max(highest, value);
                latest = value;
            }
        }
        return Double.isNaN(highest)
                ? ""
                : text("recent.words", Amounts.words(resource, latest), Amounts.words(resource, highest));
    }
}
