package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.signin.TwoStepService;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Turns one's own two-step sign-in on and off. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TwoStepPanel extends Composite<Panel> {

    private final TwoStepService twoStep;

    TwoStepPanel(TwoStepService twoStep) {
        this.twoStep = twoStep;
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("two-step"));
    }

    @Override
    protected void onAttach(com.vaadin.flow.component.AttachEvent attached) {
        show();
    }

    private void show() {
        Optional<TwoStepService.State> state = twoStep.own();
        getContent()
                .remark(new StateBadge(
                        state.isPresent() ? Tone.RUNNING : Tone.STOPPED,
                        text(state.isPresent() ? "two-step.is-on" : "two-step.is-off")));
        state.ifPresentOrElse(this::showOn, this::showOff);
    }

    private void showOff() {
        Button on = new Button(text("two-step.on"), click -> ConfirmDialog.around(this::enrol));
        on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().show(new Paragraph(text("two-step.why")), on);
    }

    private void enrol() {
        new EnrolDialog(twoStep, this::show).open();
    }

    private void showOn(TwoStepService.State state) {
        ItemList list = new ItemList();
        Div below = new Div(
                new Span(new Span(text("two-step.since")), RelativeTime.ago(state.since())),
                new Span(text("two-step.codes.left", state.recoveryCodes())));
        Button renew = new Button(text("two-step.codes.renew"), click -> ConfirmDialog.around(this::renew));
        Button off = new Button(text("two-step.off"), click -> ConfirmDialog.around(this::turnOff));
        List.of(renew, off).forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_SMALL));
        off.addThemeVariants(ButtonVariant.LUMO_ERROR);
        list.item(text("two-step.app"), below, renew, off);
        getContent().show(list);
    }

    private void renew() {
        List<String> codes = twoStep.renewRecoveryCodes();
        new CodesDialog(codes).open();
        show();
    }

    private void turnOff() {
        twoStep.turnOff();
        Notifications.done(text("two-step.turned-off"));
        show();
    }

    private static final class CodesDialog extends com.vaadin.flow.component.dialog.Dialog {

        CodesDialog(List<String> codes) {
            setHeaderTitle(text("two-step.codes"));
            setWidth("520px");
            setCloseOnOutsideClick(false);
            Div shown = new Div(RecoveryCodes.shown(codes));
            shown.addClassName("access-form");
            add(shown);
            getFooter().add(new Button(text("close"), click -> close()));
        }
    }
}
