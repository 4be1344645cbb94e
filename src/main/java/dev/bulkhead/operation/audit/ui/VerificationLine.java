package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.operation.audit.AuditService;
import dev.bulkhead.operation.audit.AuditVerification;

/** Whether the record is as it was written, when that was last looked at, and a button to look again. */
final class VerificationLine extends Div {

    private final AuditService audit;
    private final Div words = new Div();
    private final Button verify = new Button(text("audit.verify"));

    VerificationLine(AuditService audit) {
        this.audit = audit;
        addClassName("verification");
        words.addClassName("words");
        words.getElement().setAttribute("role", "status");
        verify.addClickListener(click -> audit.verify());
        add(words, verify);
        LiveBinding.bind(this, audit::onVerification, this::refresh);
    }

    private void refresh() {
        words.removeAll();
        verify.setEnabled(audit.progress().isEmpty());
        audit.progress()
                .ifPresentOrElse(
                        proven -> words.add(new StateBadge(Tone.BUSY, text("audit.verify.running", proven))),
                        () -> audit.verification().ifPresentOrElse(this::show, this::showUnknown));
    }

    private void showUnknown() {
        words.add(new StateBadge(Tone.STOPPED, text("audit.verify.unknown")));
    }

    private void show(AuditVerification found) {
        AuditVerification.Finding finding = found.finding();
        if (finding == null) {
            words.add(
                    new StateBadge(Tone.RUNNING, text("audit.verify.intact")),
                    muted(text("audit.verify.intact.rows", found.rows())));
        } else {
            words.add(
                    new StateBadge(Tone.TROUBLE, text("audit.verify.broken")),
                    new Span(text("audit.verify." + AuditWords.key(finding.kind()), finding.seq())));
        }
        words.add(RelativeTime.ago(found.at()));
        if (found.unverifiable() > 0) {
            words.add(muted(text("audit.verify.unverifiable", found.unverifiable())));
        }
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
