package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.instance.InstanceQuery.Sort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns the list has; kept in the browser, since it belongs to the screen. */
final class ColumnChooser extends Div {

    private static final String KEY = "bulkhead.instances.hidden-columns";

    private final InstanceColumns columns;
    private final CheckboxGroup<Sort> shown = new CheckboxGroup<>();

    ColumnChooser(InstanceColumns columns) {
        this.columns = columns;
        addClassName("column-chooser");
        Button open = new Button(text("columns"), Icon.COLUMNS.create());
        shown.setAriaLabel(text("columns"));
        shown.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        shown.setItems(InstanceColumns.OPTIONAL);
        shown.setItemLabelGenerator(InstanceColumns::label);
        shown.setValue(EnumSet.copyOf(InstanceColumns.OPTIONAL));
        shown.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        Popover popover = new Popover(shown);
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(text("columns"));
        add(open, popover);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        WebStorage.getItem(KEY, stored -> {
            if (stored != null && !stored.isEmpty()) {
                List<String> hidden = Arrays.asList(stored.split(","));
                Set<Sort> wanted = InstanceColumns.OPTIONAL.stream()
                        .filter(column -> !hidden.contains(column.name()))
                        .collect(Collectors.toSet());
                shown.setValue(wanted);
                columns.hide(without(wanted));
            }
        });
    }

    private void choose(Set<Sort> wanted) {
        Set<Sort> hidden = without(wanted);
        columns.hide(hidden);
        WebStorage.setItem(KEY, hidden.stream().map(Sort::name).collect(Collectors.joining(",")));
    }

    private static Set<Sort> without(Set<Sort> wanted) {
        return InstanceColumns.OPTIONAL.stream()
                .filter(column -> !wanted.contains(column))
                .collect(Collectors.toSet());
    }
}
