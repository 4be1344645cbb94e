package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.token.ApiToken;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.SmallTable;
import java.util.List;

/** One's own tokens, and how to make and revoke them. */
final class OwnTokens extends Div {

    private final TokenService tokens;
    private final Directory directory;
    private final Div list = new Div();

    OwnTokens(TokenService tokens, Directory directory) {
        this.tokens = tokens;
        this.directory = directory;
        addClassName("own-tokens");
        Paragraph purpose = new Paragraph(text("tokens.purpose"));
        purpose.addClassName("muted");
        Button make = new Button(text("tokens.make"), click -> new MakeTokenDialog(tokens, directory).open());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(purpose, list, make);
        show();
        LiveBinding.bind(this, tokens::onChange, this::show);
    }

    private void show() {
        List<ApiToken> own = tokens.own();
        Names names = directory.names();
        list.removeAll();
        if (!own.isEmpty()) {
            list.add(new SmallTable(
                            text("tokens.name"),
                            text("tokens.may"),
                            text("tokens.expires"),
                            text("tokens.used"),
                            text("column.actions"))
                    .rows(
                            own,
                            (table, token) -> table.row(
                                    SmallTable.words(token.name()),
                                    SmallTable.muted(TokenWords.may(token, names)),
                                    SmallTable.words(TokenWords.expires(token)),
                                    used(token),
                                    revoke(token))));
        }
    }

    private static Component used(ApiToken token) {
        return token.lastUsedAt() == null
                ? SmallTable.muted(text("tokens.never"))
                : RelativeTime.ago(token.lastUsedAt());
    }

    private Button revoke(ApiToken token) {
        Button revoke = new Button(text("tokens.revoke"), click -> new RevokeDialog(tokens, token).open());
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(text("tokens.revoke.heading", token.name()));
        return revoke;
    }
}
