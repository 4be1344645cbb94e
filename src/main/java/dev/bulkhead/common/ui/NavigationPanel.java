package dev.bulkhead.common.ui;

import com.vaadin.flow.component.Component;

/** Something that a feature shows at the foot of the frame's navigation; the frame finds all beans of this type. */
public interface NavigationPanel {

    /** Whether the signed-in user may see it. */
    boolean isAllowed();

    /** A new one, for one open page; it keeps itself true. */
    Component create();
}
