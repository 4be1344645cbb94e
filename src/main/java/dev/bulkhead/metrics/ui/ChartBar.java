package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.io.Serial;
import java.util.Objects;
import java.util.function.Consumer;

/** Above charts: which stretch of time they show, whether as lines or as tables, and whether something is amiss. */
final class ChartBar extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Select<String> ranges = new Select<>();
    private final Button table = new Button(text("chart.as-table"));
    private final Span fault = new Span();
    private boolean asTable;

    /**
     * @param chosen told which stretch the reader wants
     * @param tabulate told whether the reader wants tables
     */
    ChartBar(Consumer<ChartRange> chosen, Consumer<Boolean> tabulate) {
        ranges.setItems(ChartRange.SPANS.keySet());
        ranges.setItemLabelGenerator(key -> text("chart.range." + key));
        ranges.setEmptySelectionAllowed(false);
        ranges.setPlaceholder(text("chart.range.zoomed"));
        ranges.setAriaLabel(text("chart.range"));
        ranges.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                chosen.accept(ChartRange.upToNow(Objects.requireNonNull(ChartRange.SPANS.get(change.getValue()))));
            }
        });
        table.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        table.getElement().setAttribute("aria-pressed", "false");
        table.addClickListener(click -> {
            asTable = !asTable;
            table.setText(text(asTable ? "chart.as-lines" : "chart.as-table"));
            table.getElement().setAttribute("aria-pressed", String.valueOf(asTable));
            tabulate.accept(asTable);
        });
        fault.addClassName("muted");
        addClassName("filter-bar");
        add(ranges, table, fault);
    }

    void show(ChartRange range, boolean readable) {
        ranges.setValue(range.end() == null ? range.parameters().get("range") : null);
        fault.setText(readable ? "" : text("chart.fault"));
    }
}
