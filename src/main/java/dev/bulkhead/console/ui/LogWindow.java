package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.bulkhead.engine.ConsoleRequest.Logs;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The choice of which part of a log is shown. */
final class LogWindow extends Div {

    private final Select<Part> part = new Select<>();
    private final Checkbox timestamps = new Checkbox(text("console.log.timestamps"));

    private enum Part {
        TAIL(1_000, null),
        HOUR(-1, Duration.ofHours(1)),
        DAY(-1, Duration.ofDays(1)),
        ALL(-1, null);

        private final int tail;
        private final @Nullable Duration back;

        Part(int tail, @Nullable Duration back) {
            this.tail = tail;
            this.back = back;
        }
    }

    LogWindow(Logs now, Consumer<Logs> chosen) {
        addClassName("log-window");
        part.setItems(Part.values());
        part.setItemLabelGenerator(each -> text("console.log." + each.name().toLowerCase(Locale.ROOT)));
        part.setAriaLabel(text("console.log.part"));
        part.setValue(shown(now));
        timestamps.setValue(now.timestamps());
        part.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
        timestamps.addValueChangeListener(change -> tell(change.isFromClient(), chosen));
        add(part, timestamps);
    }

    /** What is shown first. */
    static Logs first() {
        return new Logs(null, null, Part.TAIL.tail, true, false);
    }

    private static Part shown(Logs logs) {
        if (logs.since() != null) {
            return logs.since().isBefore(Instant.now().minus(Duration.ofHours(2))) ? Part.DAY : Part.HOUR;
        }
        return logs.tail() < 0 ? Part.ALL : Part.TAIL;
    }

    private void tell(boolean byReader, Consumer<Logs> chosen) {
        if (byReader) {
            Part wanted = part.getValue();
            Instant since = wanted.back == null ? null : Instant.now().minus(wanted.back);
            chosen.accept(new Logs(since, null, wanted.tail, true, timestamps.getValue()));
        }
    }
}
