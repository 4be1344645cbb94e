package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessRefusedException.Reason;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.SignInBusyException;
import dev.bulkhead.access.password.PasswordRules;
import dev.bulkhead.access.signin.SignInDelayedException;
import dev.bulkhead.common.ui.Notifications;
import java.util.List;

/** Changes one's own password; the old one is asked for, since whoever finds the page open must not keep the account. */
final class OwnPasswordForm extends Div {

    private final PeopleService people;
    private final PasswordField old = field("account.password.old", "current-password");
    private final PasswordField wanted = field("account.password.new", "new-password");
    private final PasswordField repeated = field("account.password.repeat", "new-password");
    private final Button change = new Button(text("account.password.change"));

    OwnPasswordForm(PeopleService people) {
        this.people = people;
        addClassName("access-form");
        wanted.setHelperText(text("setup.password.help", PasswordRules.SHORTEST));
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.setDisableOnClick(true);
        change.addClickListener(click -> attempt());
        change.addClickShortcut(Key.ENTER).listenOn(this);
        add(old, wanted, repeated, change);
    }

    private static PasswordField field(String key, String autocomplete) {
        PasswordField field = new PasswordField(text(key));
        field.setRequiredIndicatorVisible(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    private void attempt() {
        List.of(old, wanted, repeated).forEach(field -> field.setInvalid(false));
        try {
            if (!wanted.getValue().equals(repeated.getValue())) {
                refuse(repeated, text("setup.repeat.differs"));
                return;
            }
            people.changeOwnPassword(old.getValue(), wanted.getValue());
            List.of(old, wanted, repeated).forEach(PasswordField::clear);
            Notifications.done(text("account.password.changed"));
        } catch (AccessRefusedException refused) {
            refuse(refused.reason() == Reason.DENIED ? old : wanted, String.valueOf(refused.getMessage()));
        } catch (SignInDelayedException delayed) {
            refuse(old, text("confirm.wait", delayed.seconds()));
        } catch (SignInBusyException busy) {
            refuse(old, text("sign-in.busy.message"));
        } finally {
            change.setEnabled(true);
        }
    }

    private static void refuse(PasswordField field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        field.focus();
    }
}
