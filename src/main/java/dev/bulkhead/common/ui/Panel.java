package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A card with a heading, and room at its right for a remark or a link. */
public final class Panel extends Section {

    private final Div remark = new Div();
    private final Div body = new Div();

    public Panel(String heading, Component... content) {
        addClassName("card");
        remark.addClassName("remark");
        Div head = new Div(new H2(heading), remark);
        head.addClassName("card-head");
        body.addClassName("card-body");
        body.add(content);
        super.add(head, body);
    }

    public Panel remark(Component... content) {
        remark.removeAll();
        remark.add(content);
        return this;
    }

    public Panel remark(String words) {
        remark.setText(words);
        return this;
    }

    /** Shows {@code content} in the place of what it showed. */
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }
}
