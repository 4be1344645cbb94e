package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.AccessRefusedException;
import org.springframework.security.access.AccessDeniedException;

/** Asks for what a service may refuse: then it says why and keeps what was typed. */
abstract class AlertForm extends Dialog {

    private final Div form = new Div();
    private final Paragraph refusal = new Paragraph();

    AlertForm(String heading, String confirmWord) {
        setHeaderTitle(heading);
        setWidth("520px");
        form.addClassName("access-form");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        Button confirm = new Button(confirmWord);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            attempt();
            confirm.setEnabled(true);
        });
        add(form, refusal);
        getFooter().add(new Button(text("cancel"), click -> close()), confirm);
        say("");
    }

    protected final void ask(Component... fields) {
        form.add(fields);
    }

    /**
     * Does what was asked for.
     *
     * @return what is missing; "" when it was done
     * @throws AccessRefusedException why it was not
     */
    protected abstract String submit();

    private void attempt() {
        say("");
        try {
            String missing = submit();
            if (missing.isEmpty()) {
                close();
            } else {
                say(missing);
            }
        } catch (AccessRefusedException refused) {
            say(String.valueOf(refused.getMessage()));
        } catch (AccessDeniedException denied) {
            say(text("access.no-right"));
        }
    }

    private void say(String words) {
        refusal.setText(words);
        refusal.setVisible(!words.isEmpty());
    }
}
