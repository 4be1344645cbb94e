package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.passkey.Ceremony;
import dev.bulkhead.access.passkey.Passkey;
import dev.bulkhead.access.passkey.PasskeyService;
import dev.bulkhead.access.passkey.PasskeySignIn;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** One's own passkeys. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PasskeyPanel extends Composite<Panel> {

    private final PasskeyService passkeys;
    private final BrowserPasskeys browser = new BrowserPasskeys();
    private final boolean possible;

    PasskeyPanel(PasskeyService passkeys, PasskeySignIn signIn) {
        this.passkeys = passkeys;
        this.possible = signIn.isPossible(request());
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("passkeys"));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        show();
    }

    private void show() {
        ItemList list = new ItemList();
        List<Passkey> own = passkeys.own();
        own.forEach(passkey -> show(list, passkey));
        if (own.isEmpty()) {
            list.none(text(possible ? "passkeys.why" : "passkeys.impossible"));
        }
        Button add = new Button(text("passkeys.add"), click -> ConfirmDialog.around(this::make));
        add.setEnabled(possible);
        getContent().show(list, add, browser);
    }

    private void show(ItemList list, Passkey passkey) {
        Div below = new Div(
                new Span(new Span(text("passkeys.since")), RelativeTime.ago(passkey.since())),
                new Span(new Span(text("sessions.used")), RelativeTime.ago(passkey.used())),
                new Span(passkey.backedUp() ? text("passkeys.synchronized") : ""));
        Button rename = new Button(
                text("passkeys.rename"), click -> new RenamePasskeyDialog(passkeys, passkey, this::show).open());
        Button remove = new Button(text("passkeys.remove"), click -> ConfirmDialog.around(() -> remove(passkey)));
        List.of(rename, remove).forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_SMALL));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
        rename.setAriaLabel(text("passkeys.rename-one", passkey.label()));
        remove.setAriaLabel(text("passkeys.remove-one", passkey.label()));
        list.item(passkey.label(), below, rename, remove);
    }

    private void make() {
        try {
            browser.make(passkeys.begin(request()), this::keep, () -> Notifications.failed(text("passkeys.not-made")));
        } catch (AccessRefusedException refused) {
            Notifications.failed(String.valueOf(refused.getMessage()));
        }
    }

    private void keep(Ceremony ceremony, String answer) {
        try {
            String label = text("passkeys.label", passkeys.own().size() + 1);
            Passkey made = passkeys.add(ceremony, answer, label);
            show();
            new RenamePasskeyDialog(passkeys, made, this::show).open();
        } catch (AccessRefusedException refused) {
            Notifications.failed(String.valueOf(refused.getMessage()));
        }
    }

    private void remove(Passkey passkey) {
        passkeys.remove(passkey.id());
        Notifications.done(text("passkeys.removed", passkey.label()));
        show();
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
