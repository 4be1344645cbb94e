package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.ConfirmationRequiredException;
import dev.bulkhead.access.SignInBusyException;
import dev.bulkhead.access.passkey.PasskeyService;
import dev.bulkhead.access.passkey.PasskeySignIn;
import dev.bulkhead.access.signin.ConfirmationService;
import dev.bulkhead.access.signin.SignInDelayedException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Asks the reader to show that it is them, and then goes on with what they asked for. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class ConfirmDialog extends Dialog {

    private final ConfirmationService confirmations;
    private final PasskeyService passkeys;
    private final BrowserPasskeys browser = new BrowserPasskeys();
    private final PasswordField secret = new PasswordField();
    private final Button confirm = new Button(text("confirm"));
    private Runnable then = () -> {};

    ConfirmDialog(ConfirmationService confirmations, PasskeyService passkeys, PasskeySignIn signIn) {
        this.confirmations = confirmations;
        this.passkeys = passkeys;
        setHeaderTitle(text("confirm.heading"));
        setWidth("420px");
        boolean codes = confirmations.takesCodes();
        secret.setLabel(text(codes ? "confirm.password-or-code" : "password"));
        secret.getElement().setAttribute("autocomplete", "current-password");
        secret.setWidthFull();
        secret.focus();
        Div form = new Div(new Paragraph(text("confirm.why")), secret);
        form.addClassName("access-form");
        add(form, browser);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> attempt());
        confirm.addClickShortcut(Key.ENTER).listenOn(this);
        Button byPasskey = new Button(text("confirm.passkey"), click -> usePasskey());
        byPasskey.setVisible(signIn.isPossible(request()) && !passkeys.own().isEmpty());
        getFooter().add(byPasskey, new Button(text("cancel"), click -> close()), confirm);
    }

    /** Opens one; {@code then} runs once the reader has confirmed, and not at all if they do not. */
    public static void ask(Runnable then) {
        ConfirmDialog dialog = Instantiator.get(UI.getCurrent()).getOrCreate(ConfirmDialog.class);
        dialog.then = then;
        dialog.open();
    }

    /** Does it, after asking the reader to confirm where the service wants that. */
    public static void around(Runnable act) {
        try {
            act.run();
        } catch (ConfirmationRequiredException unconfirmed) {
            ask(() -> around(act));
        }
    }

    private void attempt() {
        try {
            if (confirmations.confirm(secret.getValue())) {
                goOn();
            } else {
                refuse(text("confirm.wrong"));
            }
        } catch (SignInDelayedException delayed) {
            refuse(text("confirm.wait", delayed.seconds()));
        } catch (SignInBusyException busy) {
            refuse(text("sign-in.busy.message"));
        } finally {
            confirm.setEnabled(true);
        }
    }

    private void usePasskey() {
        browser.use(
                passkeys.beginConfirmation(request()),
                (ceremony, answer) -> {
                    if (passkeys.confirm(ceremony, answer)) {
                        goOn();
                    } else {
                        refuse(text("confirm.wrong"));
                    }
                },
                () -> refuse(text("passkeys.not-used")));
    }

    private void goOn() {
        // Whoever had the session's id so far has nothing by it.
        request().changeSessionId();
        close();
        then.run();
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    private void refuse(String words) {
        secret.setErrorMessage(words);
        secret.setInvalid(true);
        secret.focus();
    }
}
