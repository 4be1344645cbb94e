package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing to filter by: says what is chosen, opens a list to choose from, and is cleared with one click. */
public final class FilterChip<T> extends Div {

    private static final int NAMED = 2;

    private final String label;
    private final Function<T, String> name;
    private final Button open = new Button();
    private final Button clear = new Button(Icon.CLOSE.create());
    private final Consumer<Set<T>> choose;
    private final Supplier<? extends Collection<T>> choices;
    /** There only while it is open: most lists never are, and each would cost the server more than its chip. */
    private @Nullable CheckboxGroup<T> options;

    private Set<T> chosen = Set.of();

    /**
     * @param choices what there is to choose from, asked for each time the list opens
     * @param choose told what the reader chose
     */
    public FilterChip(
            String label,
            Function<T, String> name,
            Supplier<? extends Collection<T>> choices,
            Consumer<Set<T>> choose) {
        this.label = label;
        this.name = name;
        this.choices = choices;
        this.choose = choose;
        addClassName("chip");
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.setSuffixComponent(Icon.DOWN.create());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClassName("clear");
        clear.setAriaLabel(text("filter.clear-one", label));
        clear.addClickListener(click -> choose.accept(Set.of()));
        add(open, clear, popover());
        show(Set.of());
    }

    private Popover popover() {
        Div content = new Div();
        content.addClassName("chip-options");
        Popover popover = new Popover(content);
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(label);
        popover.addOpenedChangeListener(change -> {
            content.removeAll();
            options = null;
            if (change.isOpened()) {
                content.add(list());
            }
        });
        return popover;
    }

    private Component list() {
        // What is chosen stays in the list even where nothing has it any more.
        Set<T> all = new LinkedHashSet<>(choices.get());
        all.addAll(chosen);
        if (all.isEmpty()) {
            return new Span(text("filter.no-values"));
        }
        CheckboxGroup<T> group = new CheckboxGroup<>();
        group.setAriaLabel(label);
        group.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        group.setItemLabelGenerator(item -> cut(name.apply(item), 60));
        group.setItems(all);
        group.setValue(chosen);
        group.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose.accept(change.getValue());
            }
        });
        options = group;
        return group;
    }

    /** Draws {@code values} as chosen, without telling anybody. */
    public void show(Set<T> values) {
        chosen = Set.copyOf(values);
        open.setText(cut(words(), 60));
        setClassName("on", !values.isEmpty());
        clear.setVisible(!values.isEmpty());
        open.getSuffixComponent().setVisible(values.isEmpty());
        if (options != null
                && !options.getValue().equals(values)
                && options.getListDataView().getItems().toList().containsAll(values)) {
            options.setValue(values);
        }
    }

    private String words() {
        if (chosen.isEmpty()) {
            return label;
        }
        if (chosen.size() > NAMED) {
            return text("filter.several", label, chosen.size());
        }
        return text("filter.named", label, chosen.stream().map(name).sorted().collect(Collectors.joining(", ")));
    }
}
