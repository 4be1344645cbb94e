package dev.bulkhead.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import dev.bulkhead.common.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaterTest {

    private final List<String> shown = new ArrayList<>();
    private final Later later = new Later();
    private Runnable finish = () -> {};

    @BeforeEach
    void pushAtOnce() {
        UI.setCurrent(new UI() {
            @Override
            public Future<Void> access(Command command) {
                command.execute();
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    @AfterEach
    void leave() {
        UI.setCurrent(null);
    }

    @Test
    void whatIsThereIsShownAtOnce() {
        show(Answer.of("answer"));
        assertThat(shown).containsExactly("answer");
    }

    @Test
    void whatTakesLongerIsShownWhenItComes() {
        show(pending("answer"));
        assertThat(shown).containsExactly("meanwhile");

        finish.run();
        assertThat(shown).containsExactly("meanwhile", "answer");
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNotShown() {
        show(pending("first"));
        show(Answer.of("second"));
        finish.run();

        assertThat(shown).containsExactly("meanwhile", "second");
    }

    /** Worked out by {@link #finish}. */
    private Answer<String> pending(String value) {
        return Answer.by(work -> finish = work, () -> value);
    }

    private void show(Answer<String> answer) {
        later.show(answer, () -> shown.add("meanwhile"), shown::add);
    }
}
