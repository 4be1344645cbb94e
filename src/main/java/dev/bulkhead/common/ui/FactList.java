package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.cut;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Names and values, one below the other. A fact that is not known is left out. */
public final class FactList extends DescriptionList {

    private static final int LONGEST = 1000;

    public FactList() {
        addClassName("facts");
    }

    public FactList fact(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : fact(name, new Span(cut(value, LONGEST)));
    }

    public FactList fact(String name, Component value) {
        Div pair = new Div(new Term(name), new Description(value));
        getElement().appendChild(pair.getElement());
        return this;
    }

    /** As {@link #fact(String, String)}, in the font of code. */
    public FactList code(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        Span code = new Span(cut(value, LONGEST));
        code.addClassName("mono");
        return fact(name, code);
    }
}
