package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import dev.bulkhead.common.ui.Icon;

/** Whether the list is shown as a table or as a wall of screens. */
final class WallSwitch extends Button {

    /** @param asked called when the reader wants the other one */
    WallSwitch(Runnable asked) {
        super(text("wall"), Icon.WALL.create());
        addClassName("wall-switch");
        setTooltipText(text("wall.why"));
        addClickListener(click -> asked.run());
        show(false);
    }

    void show(boolean wall) {
        getElement().setAttribute("aria-pressed", String.valueOf(wall));
    }
}
