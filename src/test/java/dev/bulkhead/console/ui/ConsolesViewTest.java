package dev.bulkhead.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;

class ConsolesViewTest extends PageTest {

    @Test
    void saysThatNoConsoleIsOpenAndWhatWouldBeListed() {
        navigate(ConsolesView.class);

        eventually(() -> {
            assertThat(find(EmptyState.class).single().isVisible()).isTrue();
            assertThat(find(Grid.class).exists()).isFalse();
        });
    }
}
