package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** A command that the reader is to type in a terminal, with a button that copies it. */
public final class CommandLine extends Div {

    public CommandLine(String command) {
        this(command, text("copy-command"));
    }

    /** @param copy what the button is called, for what is not a command */
    public CommandLine(String command, String copy) {
        addClassName("command");
        Button button = new Button(Icon.COPY.create());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(copy);
        button.setTooltipText(copy);
        // In the browser alone: a clipboard may be written only within the click itself.
        button.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", command);
        add(new Code(command), button);
    }
}
