package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Short words in the corner about something that the reader asked for. Errors stay until they are closed. */
public final class Notifications {

    private static final Duration SHOWN = Duration.ofSeconds(5);

    private Notifications() {}

    public static void done(String words) {
        open(Icon.DONE, "done", words, null, SHOWN);
    }

    public static void failed(String words) {
        failed(words, null);
    }

    /**
     * @param words what happened, to what, and what to do next
     * @param ownWords the engine's, one click away; null when there are none
     */
    public static void failed(String words, @Nullable String ownWords) {
        open(Icon.WARNING, "failed", words, ownWords, Duration.ZERO);
    }

    private static void open(Icon icon, String className, String words, @Nullable String ownWords, Duration shown) {
        Notification notification = new Notification();
        notification.setPosition(Notification.Position.BOTTOM_END);
        notification.setDuration((int) shown.toMillis());
        Div content = new Div(new Paragraph(words));
        if (ownWords != null) {
            content.add(new OwnWords(ownWords));
        }
        Button close = new Button(Icon.CLOSE.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        close.setAriaLabel(text("close"));
        Div notice = new Div(icon.create(), content, close);
        notice.addClassNames("notice", className);
        notification.add(notice);
        notification.open();
    }
}
