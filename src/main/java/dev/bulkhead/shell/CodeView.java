package dev.bulkhead.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bulkhead.access.signin.PendingSignIn;
import dev.bulkhead.access.signin.SignInDelayedException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.DisabledException;

/** The second step, after the right password: until it is taken the browser is signed in as nobody. */
@Route(value = CodeView.PATH, autoLayout = false)
@AnonymousAllowed
class CodeView extends Composite<EntranceCard> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "login/code";

    private final PendingSignIn pending;
    private final SignIn signIn;
    private final TextField code = new TextField();
    private final Button submit = new Button();

    CodeView(PendingSignIn pending, SignIn signIn) {
        this.pending = pending;
        this.signIn = signIn;
    }

    @Override
    protected EntranceCard initContent() {
        code.setLabel(getTranslation("two-step.code"));
        code.setRequiredIndicatorVisible(true);
        code.setMaxLength(40);
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.focus();
        submit.setText(getTranslation("sign-in.submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickListener(click -> attempt());
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        Anchor back = new Anchor("/" + LoginView.PATH, getTranslation("two-step.back"));
        back.getElement().setAttribute("router-ignore", true);
        Div form = new Div(code, submit, back);
        form.addClassName("entrance-form");
        return new EntranceCard(getTranslation("two-step.title"), getTranslation("two-step.explanation"), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (pending.name(request()).isEmpty()) {
            event.forwardTo(LoginView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("two-step.title");
    }

    private void attempt() {
        String name = pending.name(request()).orElse("");
        try {
            if (name.isEmpty()) {
                UI.getCurrent().getPage().setLocation("/" + LoginView.PATH);
            } else if (pending.take(request(), code.getValue())) {
                enter(name);
            } else {
                refuse(getTranslation("two-step.wrong"));
            }
        } catch (SignInDelayedException delayed) {
            refuse(getTranslation("confirm.wait", delayed.seconds()));
        } finally {
            submit.setEnabled(true);
        }
    }

    private void enter(String name) {
        try {
            String target = signIn.signIn(
                    name, request(), VaadinServletResponse.getCurrent().getHttpServletResponse());
            // A full load: the page so far belongs to nobody.
            UI.getCurrent().getPage().setLocation(target);
        } catch (DisabledException disabled) {
            UI.getCurrent().getPage().setLocation("/" + LoginView.PATH + "?error");
        }
    }

    private void refuse(String words) {
        code.setErrorMessage(words);
        code.setInvalid(true);
        code.focus();
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
