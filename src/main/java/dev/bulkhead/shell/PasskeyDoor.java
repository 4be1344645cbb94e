package dev.bulkhead.shell;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.passkey.Ceremony;
import dev.bulkhead.access.passkey.PasskeySignIn;
import dev.bulkhead.access.signin.SignInDelayedException;
import dev.bulkhead.access.ui.BrowserPasskeys;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.security.authentication.DisabledException;

/** The way in without a name or a password, below the form; nothing where a browser can have no passkey for this address. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PasskeyDoor extends Div {

    private final PasskeySignIn passkeys;
    private final SignIn signIn;
    private final BrowserPasskeys browser = new BrowserPasskeys();
    private final Paragraph refusal = new Paragraph();

    PasskeyDoor(PasskeySignIn passkeys, SignIn signIn) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        addClassName("entrance-form");
        refusal.addClassName("entrance-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        Button enter = new Button(text("passkeys.sign-in"), click -> ask());
        add(enter, refusal, browser);
        setVisible(passkeys.isPossible(request()));
    }

    private void ask() {
        refusal.setVisible(false);
        browser.use(passkeys.begin(request()), this::enter, () -> refuse(text("passkeys.not-used")));
    }

    private void enter(Ceremony ceremony, String answer) {
        try {
            Optional<String> name = passkeys.name(ceremony, answer);
            if (name.isPresent()) {
                String target = signIn.signIn(
                        name.get(),
                        request(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse());
                // A full load: the page so far belongs to nobody.
                UI.getCurrent().getPage().setLocation(target);
            } else {
                refuse(text("passkeys.unknown"));
            }
        } catch (SignInDelayedException delayed) {
            refuse(text("confirm.wait", delayed.seconds()));
        } catch (DisabledException disabled) {
            refuse(text("passkeys.unknown"));
        }
    }

    private void refuse(String words) {
        refusal.setText(words);
        refusal.setVisible(true);
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
