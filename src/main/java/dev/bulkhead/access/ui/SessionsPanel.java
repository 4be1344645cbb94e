package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Panel;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Where one is signed in oneself. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SessionsPanel extends Composite<Panel> {

    private final SessionService sessions;

    SessionsPanel(SessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    protected Panel initContent() {
        SessionList list = new SessionList(sessions, sessions::own, session -> sessions.endOwn(session.id()));
        Button others = new Button(text("sessions.end-others"), click -> {
            sessions.endOwnOthers();
            Notifications.done(text("sessions.ended"));
            list.refresh();
        });
        return new Panel(text("sessions"), list, others);
    }
}
