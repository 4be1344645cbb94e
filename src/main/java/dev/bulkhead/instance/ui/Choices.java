package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.select.Select;

/** Small fields in which one of a few constants is chosen. */
final class Choices {

    private Choices() {}

    /**
     * @param words key below which the words of each constant stand
     * @param label key of what is chosen
     */
    static <E extends Enum<E>> Select<E> of(E first, E[] all, String words, String label) {
        Select<E> select = new Select<>();
        select.setItems(all);
        select.setItemLabelGenerator(constant -> text(words + "." + Words.key(constant)));
        select.setEmptySelectionAllowed(false);
        select.setAriaLabel(text(label));
        select.setValue(first);
        return select;
    }
}
