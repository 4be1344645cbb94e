package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.SignInBusyException;
import org.springframework.security.access.AccessDeniedException;

/** Asks for what a service may refuse: then it says why and keeps what was typed. Closes when it was done. */
abstract class FormDialog extends Dialog {

    private final Div form = new Div();
    private final Paragraph refusal = new Paragraph();
    private final Button cancel = new Button(text("cancel"), click -> close());
    private final Button confirm = new Button();

    FormDialog(String heading, String confirmWord) {
        setHeaderTitle(heading);
        setWidth("520px");
        form.addClassName("access-form");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        confirm.setText(confirmWord);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> attempt());
        add(form, refusal);
        getFooter().add(cancel, confirm);
        say("");
    }

    protected final void ask(Component... fields) {
        form.add(fields);
    }

    /** Something is lost by it. */
    protected final void warn() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    /**
     * Does what was asked for.
     *
     * @return whether it was done; else what is missing was said by {@link #refuse}
     * @throws AccessRefusedException why it was not
     */
    protected abstract boolean submit();

    /** What a refusal by the service is said at; here: below the form. */
    protected void refuse(AccessRefusedException refused) {
        say(String.valueOf(refused.getMessage()));
    }

    /** Says at a field why it cannot stay so. */
    protected static boolean refuse(HasValidation field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        return false;
    }

    /** Shows {@code content} instead of the form, which was done. */
    protected final void finish(Component... content) {
        form.removeAll();
        form.add(content);
        getFooter().removeAll();
        getFooter().add(new Button(text("close"), click -> close()));
        setCloseOnOutsideClick(false);
    }

    /** As a click on the button. */
    final void attempt() {
        say("");
        try {
            if (submit()) {
                close();
            }
        } catch (AccessRefusedException refused) {
            refuse(refused);
        } catch (ConfirmationRequiredException unconfirmed) {
            ConfirmDialog.ask(this::attempt);
        } catch (SignInBusyException busy) {
            say(text("sign-in.busy.message"));
        } catch (AccessDeniedException denied) {
            say(text("access.no-right"));
        } finally {
            confirm.setEnabled(true);
        }
    }

    private void say(String words) {
        refusal.setText(words);
        refusal.setVisible(!words.isEmpty());
    }
}
