package dev.bulkhead.common.ui;

import com.vaadin.flow.component.UI;
import dev.bulkhead.common.Answer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers in one part of a page that may take longer than the page should wait: one that is there within a moment is shown at once, another
 * one when it comes. Of the UI's thread.
 */
public final class Later {

    private static final Duration MOMENT = Duration.ofMillis(100);

    private @Nullable Answer<?> asked;

    /**
     * Shows the answer on the UI's thread, unless something else is asked before it is there.
     *
     * @param meanwhile called when it takes longer
     */
    public <T> void show(Answer<T> answer, Runnable meanwhile, Consumer<T> show) {
        asked = answer;
        Optional<T> ready = answer.within(MOMENT);
        if (ready.isPresent()) {
            show.accept(ready.get());
            return;
        }
        meanwhile.run();
        UI ui = UI.getCurrent();
        answer.then(value -> ui.access(() -> {
            if (asked == answer) {
                show.accept(value);
            }
        }));
    }
}
