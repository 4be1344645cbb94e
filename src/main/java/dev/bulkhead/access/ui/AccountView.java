package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What the signed-in user may do and why, how they and their programs sign in, and where they are signed in. */
@Route("account")
@PermitAll
class AccountView extends Main implements PageHeading {

    private final EffectiveAccessService effective;
    private final Directory directory;
    private final Panel rights = new Panel(text("account.rights"));

    AccountView(
            EffectiveAccessService effective,
            PeopleService people,
            TokenService tokens,
            Directory directory,
            AccessService access,
            TwoStepPanel twoStep,
            PasskeyPanel passkeys,
            SessionsPanel sessions) {
        this.effective = effective;
        this.directory = directory;
        addClassName("account-page");
        Panel password = new Panel(text("account.password"), new OwnPasswordForm(people));
        password.setVisible(people.hasPassword());
        Panel programs = new Panel(text("account.tokens"), new OwnTokens(tokens, directory));
        add(rights, password, twoStep, passkeys, programs, sessions);
        show();
        LiveBinding.bind(this, access::onChange, this::show);
    }

    @Override
    public String heading() {
        return text("account");
    }

    private void show() {
        Person self = effective.self();
        rights.remark(text("user.signed-in", self.name()));
        rights.show(ExplanationTable.ofPerson(
                effective.explain(self.id()).orElse(List.of()), directory.names(), text("account.nothing")));
    }
}
