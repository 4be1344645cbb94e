package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;

/** Shows all who are in a console whether it is recorded, and lets those who may begin and end that. */
final class RecordSwitch extends Button {

    private boolean on;

    /** @param wanted told what the reader wants; what is shown changes when it has come true */
    RecordSwitch(Consumer<Boolean> wanted) {
        addClassName("record");
        addClickListener(click -> wanted.accept(!on));
        show(false, false);
    }

    /** @param mayChange whether the reader may switch it */
    void show(boolean recording, boolean mayChange) {
        on = recording;
        setText(text(recording ? "console.recording" : "console.record"));
        getElement()
                .setAttribute("aria-pressed", String.valueOf(recording))
                .getClassList()
                .set("on", recording);
        setEnabled(mayChange);
        // Who may not begin it still has to see that it was begun.
        setVisible(recording || mayChange);
    }
}
