package dev.bulkhead.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.token.ApiToken;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.testing.fake.PageTest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens on My account, and on the page of those who administer. */
class TokensPageTest extends PageTest {

    @Autowired
    private TokenService tokens;

    @AfterEach
    void revokeAll() {
        tokens.own().forEach(token -> tokens.revoke(token.id()));
    }

    private void click(String label) {
        test(find(Button.class).all().stream()
                        .filter(button -> button.getText().equals(label))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    @Test
    void oneIsMadeShownOnceAndRevoked() {
        open("account");
        click("Make a token");
        MakeTokenDialog dialog = find(MakeTokenDialog.class).single();
        dialog.attempt();
        assertThat(find(TextField.class, dialog).single().isInvalid()).isTrue();
        test(find(TextField.class, dialog).single()).setValue("nightly backup");
        dialog.attempt();

        String shown = find(Code.class, dialog).single().getText();
        assertThat(shown).matches("bh_[0-9a-f]{10}_[0-9a-f]{64}");
        ApiToken made = tokens.own().getFirst();
        assertThat(made.name()).isEqualTo("nightly backup");
        dialog.close();
        eventually(() -> assertThat(textOf(find(OwnTokens.class).single()))
                .contains("nightly backup", "all that its owner may", "in 90 days", "never")
                .doesNotContain(shown.substring(14)));

        click("Revoke");
        find(RevokeDialog.class).single().attempt();
        assertThat(tokens.own()).isEmpty();
        eventually(() -> assertThat(textOf(find(OwnTokens.class).single())).doesNotContain("nightly backup"));
    }

    @Test
    void oneMayBeMadeForLess() {
        open("account");
        click("Make a token");
        MakeTokenDialog dialog = find(MakeTokenDialog.class).single();
        test(find(TextField.class, dialog).single()).setValue("watcher");
        test(find(Checkbox.class, dialog).all().getFirst()).click();
        test(find(IntegerField.class, dialog).single()).setValue(7);
        dialog.attempt();
        assertThat(tokens.own().getFirst().limit().permissions()).isEqualTo(Set.of(Permission.INSTANCE_VIEW));
    }

    @Test
    void whoAdministersSeesAndRevokesThemAll() {
        tokens.make("of ada", dev.bulkhead.access.Limit.NONE, TokenService.USUAL_LIFE);
        open("access?tab=tokens");
        TokensTab tab = find(TokensTab.class).single();
        TokensTab.Row row = tab.load().getFirst();
        assertThat(row.token().owner()).isEqualTo("ada");
        tab.grid().actions(row).getFirst().perform().run();
        find(RevokeDialog.class).single().attempt();
        assertThat(tab.load()).isEmpty();
    }
}
