package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.console.ui.Presence.Viewer;
import java.util.Locale;

/** Who is in a console, by name, who of them has control, and how it passes on. Shows nobody while the reader is alone in control. */
final class PresenceLine extends Div {

    private static final int LONGEST_NAME = 40;

    private final Handover handover;

    PresenceLine(Handover handover) {
        this.handover = handover;
        addClassName("presence");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", text("console.presence"));
    }

    void show(Presence presence) {
        removeAll();
        boolean mine = presence.me().equals(presence.holder());
        if (mine && presence.viewers().size() == 1) {
            return;
        }
        presence.viewers().forEach(viewer -> add(viewer(presence, viewer, mine)));
        presence.self().filter(me -> me.mayControl() && !mine).ifPresent(me -> add(wish(presence, me)));
    }

    private Div viewer(Presence presence, Viewer viewer, boolean mine) {
        boolean holder = presence.hasControl(viewer);
        Span badge = new Span(initials(viewer.name()));
        badge.addClassName("initials");
        badge.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(cut(viewer.name(), LONGEST_NAME));
        name.addClassName("viewer-name");
        Span role = new Span(text(role(viewer, holder)));
        role.addClassName("muted");
        Div line = new Div(badge, name, role);
        line.addClassName("viewer");
        if (holder) {
            line.addClassName("holds");
        }
        if (mine && viewer.asks()) {
            line.add(button("console.control.give", () -> handover.giveControl(viewer.id())));
        }
        return line;
    }

    private static String role(Viewer viewer, boolean holder) {
        if (holder) {
            return "console.in-control";
        }
        return viewer.asks() ? "console.asks" : "console.watching";
    }

    private Button wish(Presence presence, Viewer me) {
        if (presence.holder() == null) {
            return button("console.control.take", handover::takeControl);
        }
        Button ask = button("console.control.ask", handover::askForControl);
        ask.setEnabled(!me.asks());
        return ask;
    }

    private static Button button(String key, Runnable pressed) {
        Button button = new Button(text(key), click -> pressed.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static String initials(String name) {
        return name.codePoints()
                .limit(2)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toUpperCase(Locale.ROOT);
    }
}
