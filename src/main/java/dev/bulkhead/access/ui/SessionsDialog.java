package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.session.SessionService;

/** Where somebody else is signed in, for who may end that. */
final class SessionsDialog extends Dialog {

    SessionsDialog(SessionService sessions, Person person) {
        setHeaderTitle(text("sessions.of", person.name()));
        setWidth("560px");
        SessionList list = new SessionList(
                sessions, () -> sessions.of(person.id()), session -> sessions.end(person.id(), session.id()));
        add(list);
        Button all = new Button(text("sessions.end-all"), click -> {
            sessions.endAll(person.id());
            list.refresh();
        });
        all.addThemeVariants(ButtonVariant.LUMO_ERROR);
        getFooter().add(all, new Button(text("close"), click -> close()));
    }
}
