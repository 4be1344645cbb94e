package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.access.session.SignedInSession;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where somebody is signed in, true while it is shown, each with its end. */
final class SessionList extends Composite<ItemList> {

    private final Supplier<List<SignedInSession>> load;
    private final Consumer<SignedInSession> end;

    SessionList(SessionService sessions, Supplier<List<SignedInSession>> load, Consumer<SignedInSession> end) {
        this.load = load;
        this.end = end;
        refresh();
        LiveBinding.bind(this, sessions::onChange, this::refresh);
    }

    @Override
    protected ItemList initContent() {
        return new ItemList();
    }

    void refresh() {
        getContent().clear();
        List<SignedInSession> sessions = load.get();
        if (sessions.isEmpty()) {
            getContent().none(text("sessions.none"));
        }
        sessions.forEach(this::show);
    }

    private void show(SignedInSession session) {
        String browser = session.browser().isEmpty() ? text("sessions.unknown-browser") : session.browser();
        Div below = new Div(
                new Span(session.address() == null ? "" : text("sessions.from", session.address())),
                new Span(new Span(text("sessions.since")), RelativeTime.ago(session.since())),
                new Span(new Span(text("sessions.used")), RelativeTime.ago(session.used())));
        if (session.current()) {
            getContent().item(browser, below, new StateBadge(Tone.RUNNING, text("sessions.this-one")));
            return;
        }
        Button signOut = new Button(text("user.sign-out"), click -> end(session));
        signOut.addThemeVariants(ButtonVariant.LUMO_SMALL);
        signOut.setAriaLabel(text("sessions.end", browser));
        getContent().item(browser, below, signOut);
    }

    private void end(SignedInSession session) {
        try {
            end.accept(session);
            Notifications.done(text("sessions.ended"));
        } catch (AccessRefusedException refused) {
            Notifications.failed(String.valueOf(refused.getMessage()));
        }
        refresh();
    }
}
