package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.select.Select;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses between now and stretches of time up to now. */
public final class RangeSelect extends Select<String> {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String NOW = "now";

    public RangeSelect() {
        List<String> keys = new ArrayList<>(List.of(NOW));
        keys.addAll(ChartRange.SPANS.keySet());
        setItems(keys);
        setItemLabelGenerator(key -> text("chart.range." + key));
        setEmptySelectionAllowed(false);
        setAriaLabel(text("chart.range"));
        setValue(NOW);
    }

    /** Takes a word of an address; now for one that it does not know. */
    public void choose(String word) {
        setValue(ChartRange.SPANS.containsKey(word) ? word : NOW);
    }

    /** Up to now; empty for now itself. */
    public Optional<Duration> span() {
        return Optional.ofNullable(ChartRange.SPANS.get(getValue()));
    }
}
