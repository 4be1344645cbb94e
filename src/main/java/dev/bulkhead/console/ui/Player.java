package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import dev.bulkhead.console.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a recording as it was, with play and pause, seek and speed. The browser fetches the file itself. */
@Tag("bulkhead-player")
@JsModule("./console/bulkhead-player.ts")
final class Player extends Component {

    private static final List<String> WORDS = List.of("play", "pause", "seek", "speed", "loading", "failed", "label");
    private static final double MILLIS = 1000.0;

    Player(Recording recording) {
        Map<String, String> words =
                WORDS.stream().collect(Collectors.toMap(word -> word, word -> text("recordings.player." + word)));
        getElement().setPropertyMap("words", Map.copyOf(words));
        getElement().setProperty("seconds", recording.length(Instant.now()).toMillis() / MILLIS);
        getElement().setProperty("kind", recording.kind().isTerminal() ? "terminal" : "screen");
        getElement().setProperty("source", RecordingGrid.file(recording));
    }
}
