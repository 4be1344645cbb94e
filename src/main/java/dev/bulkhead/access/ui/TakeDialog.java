package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantChange;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.common.ui.Notifications;
import java.util.Set;

/** Asks before a grant is taken back, and says what that changes. */
final class TakeDialog extends FormDialog {

    private final GrantService grants;
    private final Grant grant;

    TakeDialog(GrantService grants, EffectiveAccessService effective, Names names, Grant grant) {
        super(text("grants.take.heading"), text("grants.take"));
        this.grants = grants;
        this.grant = grant;
        Preview preview = new Preview();
        preview.show(effective.preview(new GrantChange.Take(Set.of(grant.id()))), names);
        ask(
                new Paragraph(text(
                        "grants.take.what",
                        names.subject(grant.subject()),
                        AccessWords.role(grant.role()),
                        names.scope(grant.scope()))),
                preview);
        warn();
    }

    @Override
    protected boolean submit() {
        grants.take(grant.id());
        Notifications.done(text("grants.taken"));
        return true;
    }
}
