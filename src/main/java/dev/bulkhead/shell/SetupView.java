package dev.bulkhead.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.bulkhead.access.SetupOutcome;
import dev.bulkhead.access.SetupService;
import dev.bulkhead.access.SignInBusyException;
import dev.bulkhead.access.password.PasswordRules;
import java.util.List;

/** The first visit of a fresh installation: whoever can read the server's output becomes its administrator. Gone afterwards. */
@Route(value = SetupView.PATH, autoLayout = false)
@AnonymousAllowed
class SetupView extends Composite<EntranceCard> implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "setup";

    private final SetupService setup;
    private final SignIn signIn;
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final Button create = new Button();

    SetupView(SetupService setup, SignIn signIn) {
        this.setup = setup;
        this.signIn = signIn;
    }

    @Override
    protected EntranceCard initContent() {
        describe(code, "setup.code", "one-time-code");
        code.setPlaceholder("XXXX-XXXX");
        code.setHelperText(getTranslation("setup.code.help"));
        code.focus();
        describe(name, "setup.name", "username");
        describe(password, "setup.password", "new-password");
        password.setHelperText(getTranslation("setup.password.help", PasswordRules.SHORTEST));
        describe(repeated, "setup.repeat", "new-password");
        create.setText(getTranslation("setup.submit"));
        create.addClickListener(click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);
        create.setDisableOnClick(true);
        Div form = new Div(code, name, password, repeated, create);
        form.addClassName("entrance-form");
        return new EntranceCard(getTranslation("setup.title"), getTranslation("setup.explanation"), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!setup.isPending()) {
            event.forwardTo(LoginView.class);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.title");
    }

    private void describe(TextFieldBase<?, String> field, String key, String autocomplete) {
        field.setLabel(getTranslation(key));
        field.setRequired(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
    }

    private void create() {
        try {
            List.of(code, name, password, repeated).forEach(field -> field.setInvalid(false));
            if (!password.getValue().equals(repeated.getValue())) {
                refuse(repeated, "setup.repeat.differs");
                return;
            }
            show(setup.createAdministrator(code.getValue(), name.getValue(), password.getValue()));
        } catch (SignInBusyException busy) {
            refuse(code, "sign-in.busy.message");
        } finally {
            create.setEnabled(true);
        }
    }

    private void show(SetupOutcome outcome) {
        switch (outcome) {
            case CREATED -> enter();
            case ALREADY_SET_UP -> UI.getCurrent().navigate(LoginView.class);
            case CODE_WRONG -> refuse(code, "setup.code.wrong");
            case CODE_WAIT -> refuse(code, "setup.code.wait");
            case NAME_INVALID -> refuse(name, "setup.name.invalid");
            case PASSWORD_TOO_SHORT -> refuse(password, "setup.password.short");
            case PASSWORD_TOO_LONG -> refuse(password, "setup.password.long");
            case PASSWORD_COMMON -> refuse(password, "setup.password.common");
        }
    }

    private void refuse(TextFieldBase<?, String> field, String key) {
        field.setErrorMessage(getTranslation(key, PasswordRules.SHORTEST));
        field.setInvalid(true);
        field.focus();
    }

    private void enter() {
        signIn.signIn(
                name.getValue(),
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        // A full load: the page so far belongs to nobody.
        UI.getCurrent().getPage().setLocation("/");
    }
}
