package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;

/** Something small that a feature shows at the right end of the bar above every page; the frame finds all beans of this type. */
public interface BarTool {

    /** A new one, for one open page; it keeps itself true, and is for whoever is signed in. */
    Component create();
}
