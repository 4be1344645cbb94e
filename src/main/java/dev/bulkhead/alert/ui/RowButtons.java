package dev.bulkhead.alert.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;

/** Buttons at the end of each row. */
final class RowButtons<T> {

    private final ValueProvider<T, String> name;
    private final List<Button<T>> buttons = new ArrayList<>();

    /** @param name of a row, for those who do not see it */
    RowButtons(ValueProvider<T, String> name) {
        this.name = name;
    }

    private record Button<T>(ValueProvider<T, String> label, SerializableConsumer<T> act) {}

    RowButtons<T> with(ValueProvider<T, String> label, SerializableConsumer<T> act) {
        buttons.add(new Button<>(label, act));
        return this;
    }

    Grid.Column<T> addTo(Grid<T> grid, String header, String width) {
        StringBuilder template = new StringBuilder("<div class=\"row-buttons\">");
        for (int i = 0; i < buttons.size(); i++) {
            template.append("<button class=\"inline\" aria-label=\"${item.label")
                    .append(i)
                    .append("}: ${item.name}\" @click=\"${act")
                    .append(i)
                    .append("}\">${item.label")
                    .append(i)
                    .append("}</button>");
        }
        LitRenderer<T> renderer =
                LitRenderer.<T>of(template.append("</div>").toString()).withProperty("name", name);
        for (int i = 0; i < buttons.size(); i++) {
            renderer.withProperty("label" + i, buttons.get(i).label())
                    .withFunction("act" + i, buttons.get(i).act());
        }
        return grid.addColumn(renderer).setHeader(header).setWidth(width).setFlexGrow(0);
    }
}
