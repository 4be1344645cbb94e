package dev.bulkhead.access.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import java.util.Set;

/** Chooses several by typing a part of their names. */
final class Picker<T> extends MultiSelectComboBox<Choice<T>> {

    private final List<Choice<T>> choices;

    Picker(String label, List<Choice<T>> choices) {
        super(label);
        this.choices = choices;
        setItemLabelGenerator(Choice::label);
        setItems(choices);
        setAutoExpand(AutoExpandMode.VERTICAL);
        setWidthFull();
    }

    Set<T> chosen() {
        return Choice.values(getValue());
    }

    void choose(Set<T> values) {
        setValue(Choice.of(values, choices));
    }
}
