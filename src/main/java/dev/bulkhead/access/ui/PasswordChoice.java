package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.bulkhead.access.password.PasswordRules;
import dev.bulkhead.common.ui.CommandLine;

/** A password for somebody else: made here, to be shown once, or typed. */
final class PasswordChoice extends Div {

    private final Checkbox generate = new Checkbox(text("password.generate"), true);
    private final PasswordField typed = new PasswordField(text("password"));
    private String chosen = "";

    PasswordChoice() {
        addClassName("access-form");
        typed.setVisible(false);
        typed.setRequiredIndicatorVisible(true);
        typed.setHelperText(text("setup.password.help", PasswordRules.SHORTEST));
        typed.getElement().setAttribute("autocomplete", "new-password");
        generate.addValueChangeListener(change -> {
            typed.setVisible(!change.getValue());
            if (!change.getValue()) {
                typed.focus();
            }
        });
        add(generate, typed);
    }

    /** Whether there is a password to take; else what is wrong with the typed one is said at it. */
    boolean decide() {
        chosen = generate.getValue() ? GeneratedPassword.make() : typed.getValue();
        return chosen.length() >= PasswordRules.SHORTEST
                || FormDialog.refuse(typed, text("setup.password.short", PasswordRules.SHORTEST));
    }

    /** What was decided for. */
    String password() {
        return chosen;
    }

    /** What the one who chose has to pass on: the password, where it was made here. */
    Component handOver(String name) {
        if (!generate.getValue()) {
            return new Paragraph(text("password.set", name));
        }
        return new Div(
                new Paragraph(text("password.made", name)),
                new CommandLine(chosen, text("password.copy")),
                new Paragraph(text("password.once")));
    }
}
