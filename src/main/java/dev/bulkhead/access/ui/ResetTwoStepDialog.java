package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.signin.TwoStepService;
import dev.bulkhead.common.ui.Notifications;

/** Lets somebody in again who lost their device and their codes. */
final class ResetTwoStepDialog extends FormDialog {

    private final TwoStepService twoStep;
    private final Person person;

    ResetTwoStepDialog(TwoStepService twoStep, Person person) {
        super(text("people.two-step.heading", person.name()), text("people.two-step.confirm"));
        this.twoStep = twoStep;
        this.person = person;
        ask(new Paragraph(text("people.two-step.what", person.name())));
        warn();
    }

    @Override
    protected boolean submit() {
        twoStep.reset(person.id());
        Notifications.done(text("people.two-step.done", person.name()));
        return true;
    }
}
