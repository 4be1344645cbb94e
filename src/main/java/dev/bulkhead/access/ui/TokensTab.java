package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.token.ApiToken;
import dev.bulkhead.access.token.TokenService;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.NamedGrid;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Everybody's tokens, for who administers the installation. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TokensTab extends AccessTab<TokensTab.Row> {

    private final TokenService tokens;
    private final Directory directory;

    /** A token in words. */
    record Row(ApiToken token, String may, String expires, String used) {}

    TokensTab(TokenService tokens, Directory directory, AccessService access) {
        super("tokens", access);
        this.tokens = tokens;
        this.directory = directory;
        grid.name(
                        text("tokens.owner"),
                        row -> row.token().owner(),
                        row -> row.token().name(),
                        null)
                .words(text("tokens.name"), "140px", 2, row -> row.token().name())
                .words(text("tokens.may"), "160px", 3, Row::may)
                .words(text("tokens.expires"), "120px", 1, Row::expires)
                .roomy(
                        text("tokens.used"),
                        "130px",
                        0,
                        LitRenderer.<Row>of(
                                        "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                                .withProperty("at", Row::used))
                .menu(
                        row -> row.token().name(),
                        row -> List.of(new NamedGrid.RowAction(
                                text("tokens.revoke.menu"), true, () -> new RevokeDialog(tokens, row.token()).open())));
        LiveBinding.bind(this, tokens::onChange, this::refresh);
    }

    @Override
    protected List<Row> load() {
        Names names = directory.names();
        return tokens.all().stream()
                .map(token -> new Row(
                        token,
                        TokenWords.may(token, names),
                        TokenWords.expires(token),
                        token.lastUsedAt() == null ? "" : token.lastUsedAt().toString()))
                .toList();
    }

    @Override
    protected String searchable(Row row) {
        return String.join(
                " ", row.token().owner(), row.token().name(), row.token().id(), row.may());
    }
}
