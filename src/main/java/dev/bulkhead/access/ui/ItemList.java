package dev.bulkhead.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bulkhead.common.ui.Texts;

/** A few things with a name, some words below it, and what can be done to each at its right. */
final class ItemList extends Div {

    private static final int LONGEST = 120;

    private final UnorderedList items = new UnorderedList();

    ItemList() {
        items.addClassName("items");
        add(items);
    }

    void clear() {
        removeAll();
        items.removeAll();
        add(items);
    }

    /** Instead of items, where there are none. */
    void none(String words) {
        Paragraph none = new Paragraph(words);
        none.addClassName("muted");
        removeAll();
        add(none);
    }

    /**
     * @param below words and moments, in a line that breaks where it must
     * @param acts buttons and the like
     */
    void item(String name, Component below, Component... acts) {
        Div head = new Div(Texts.cut(name, LONGEST));
        head.addClassName("item-name");
        below.addClassName("item-below");
        Div words = new Div(head, below);
        Div right = new Div(acts);
        right.addClassName("item-acts");
        items.add(new ListItem(words, right));
    }
}
