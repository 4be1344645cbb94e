package dev.bulkhead.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.bulkhead.access.SetupService;
import dev.bulkhead.access.oidc.OidcSignIn;
import java.util.List;
import java.util.regex.Pattern;

/** Sign-in. The form is posted by the browser itself, so that password managers know it. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
class LoginView extends Composite<EntranceCard> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "login";

    private static final List<String> FAULTS =
            List.of("error", "busy", "wait", "provider", "unreachable", "unavailable");
    private static final List<String> NAMED = List.of("busy", "provider", "unreachable", "unavailable");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,4}");

    private final SetupService setup;
    private final AuthenticationContext authentication;
    private final PasskeyDoor passkeys;
    private final OidcSignIn oidc;
    private final LoginForm form = new LoginForm();

    LoginView(SetupService setup, AuthenticationContext authentication, PasskeyDoor passkeys, OidcSignIn oidc) {
        this.setup = setup;
        this.oidc = oidc;
        this.authentication = authentication;
        this.passkeys = passkeys;
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("error"));
    }

    @Override
    protected EntranceCard initContent() {
        return oidc.isOn()
                ? new EntranceCard("Bulkhead", "", form, passkeys, elsewhere())
                : new EntranceCard("Bulkhead", "", form, passkeys);
    }

    /** The browser itself goes there; a page of ours has nothing to do with it. */
    private Anchor elsewhere() {
        Anchor link = new Anchor(OidcSignIn.START, getTranslation("sign-in.provider", oidc.name()));
        link.setRouterIgnore(true);
        link.addClassName("elsewhere");
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (setup.isPending()) {
            event.forwardTo(SetupView.class);
            return;
        }
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        NAMED.stream()
                .filter(parameters::containsKey)
                .findFirst()
                .ifPresent(fault -> form.setI18n(words(fault, oidc.name())));
        List<String> wait = parameters.getOrDefault("wait", List.of());
        if (!wait.isEmpty() && SECONDS.matcher(wait.getFirst()).matches()) {
            form.setI18n(words("wait", Integer.valueOf(wait.getFirst())));
        }
        form.setError(FAULTS.stream().anyMatch(parameters::containsKey));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title");
    }

    private LoginI18n words(String fault, Object... values) {
        LoginI18n words = LoginI18n.createDefault();
        words.setHeader(null);
        LoginI18n.Form labels = words.getForm();
        labels.setTitle("");
        labels.setUsername(getTranslation("sign-in.name"));
        labels.setPassword(getTranslation("sign-in.password"));
        labels.setSubmit(getTranslation("sign-in.submit"));
        LoginI18n.ErrorMessage message = words.getErrorMessage();
        message.setTitle(getTranslation("sign-in." + fault + ".title", values));
        message.setMessage(getTranslation("sign-in." + fault + ".message", values));
        message.setUsername(getTranslation("sign-in.name-missing"));
        message.setPassword(getTranslation("sign-in.password-missing"));
        return words;
    }
}
