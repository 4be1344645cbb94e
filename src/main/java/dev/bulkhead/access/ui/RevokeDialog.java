package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.token.ApiToken;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.common.ui.Notifications;

/** Asks before a token is made worth nothing. */
final class RevokeDialog extends FormDialog {

    private final TokenService tokens;
    private final ApiToken token;

    RevokeDialog(TokenService tokens, ApiToken token) {
        super(text("tokens.revoke.heading", token.name()), text("tokens.revoke"));
        this.tokens = tokens;
        this.token = token;
        ask(new Paragraph(text("tokens.revoke.why")));
        warn();
    }

    @Override
    protected boolean submit() {
        tokens.revoke(token.id());
        Notifications.done(text("tokens.revoked", token.name()));
        return true;
    }
}
