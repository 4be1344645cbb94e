package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.signin.Enrolment;
import dev.bulkhead.access.signin.TwoStepService;
import dev.bulkhead.common.ui.CommandLine;

/** Shares a secret with the reader's authenticator app, and shows the recovery codes once the app has proved that it has it. */
final class EnrolDialog extends FormDialog {

    private final TwoStepService twoStep;
    private final Enrolment enrolment;
    private final Runnable done;
    private final TextField code = new TextField(text("two-step.code"));

    /** @param done told when it is turned on */
    EnrolDialog(TwoStepService twoStep, Runnable done) {
        super(text("two-step.on.heading"), text("two-step.on"));
        this.twoStep = twoStep;
        this.done = done;
        enrolment = twoStep.begin();
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setRequiredIndicatorVisible(true);
        ask(
                new Paragraph(text("two-step.scan")),
                new QrImage(enrolment.address(), text("two-step.picture")),
                new CommandLine(enrolment.typed(), text("two-step.copy")),
                new Paragraph(text("two-step.prove")),
                code);
    }

    @Override
    protected boolean submit() {
        finish(RecoveryCodes.shown(twoStep.turnOn(enrolment, code.getValue())));
        done.run();
        return false;
    }

    @Override
    protected void refuse(AccessRefusedException refused) {
        refuse(code, String.valueOf(refused.getMessage()));
    }
}
