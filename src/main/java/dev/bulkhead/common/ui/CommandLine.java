package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** A command that the reader is to type in a terminal, with a button that copies it. */
public final class CommandLine extends Div {

    public CommandLine(String command) {
        addClassName("command");
        Button copy = new Button(Icon.COPY.create());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        copy.setAriaLabel(text("copy-command"));
        copy.setTooltipText(text("copy-command"));
        // In the browser alone: a clipboard may be written only within the click itself.
        copy.getElement()
                .executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", command);
        add(new Code(command), copy);
    }
}
