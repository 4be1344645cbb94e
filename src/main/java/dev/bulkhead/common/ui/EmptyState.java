package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page shows where there is nothing to list: why, and what to do about it. */
public final class EmptyState extends Div {

    public EmptyState(Icon icon, String heading, String explanation, Component... next) {
        addClassName("empty-state");
        Div mark = new Div(icon.create());
        mark.addClassName("mark");
        add(mark, new H2(heading), new Paragraph(explanation));
        add(next);
    }
}
