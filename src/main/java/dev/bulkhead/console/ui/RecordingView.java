package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.console.Recording;
import dev.bulkhead.console.RecordingService;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Plays one recording. */
@Route("recordings/:id")
@PermitAll
class RecordingView extends Main implements BeforeEnterObserver, PageHeading {

    private final RecordingService recordings;
    private String heading = "";

    RecordingView(RecordingService recordings) {
        this.recordings = recordings;
        addClassName("recording-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<Recording> found =
                event.getRouteParameters().get("id").flatMap(RecordingView::id).flatMap(recordings::find);
        heading = found.map(Recording::instanceName).orElse(text("recordings.unknown"));
        found.ifPresentOrElse(
                this::show,
                () -> add(new EmptyState(Icon.CONSOLE, text("recordings.unknown"), text("recordings.unknown.why"))));
    }

    private void show(Recording recording) {
        String kind = text("console.kind." + recording.kind().name().toLowerCase(Locale.ROOT));
        Div line = new Div(
                new Span(text("recordings.line", kind, recording.startedBy()) + " "),
                RelativeTime.ago(recording.startedAt()));
        line.addClassName("muted");
        add(line, new Player(recording));
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public Parent parent() {
        return new Parent(text("recordings"), ConsolesView.RECORDINGS_PATH);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
