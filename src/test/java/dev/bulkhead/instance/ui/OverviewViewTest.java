package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.metrics.ui.MachinesPanel;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;

class OverviewViewTest extends PageTest {

    @Test
    void countsByKindAndState() {
        OverviewView view = navigate(OverviewView.class);

        assertThat(textOf(find(KindsPanel.class, view).single()))
                .contains("16 on 2 hosts", "Virtual machines", "Crashed");
    }

    @Test
    void namesWhatNeedsAttentionAsLongAsItDoes() {
        AttentionPanel panel =
                find(AttentionPanel.class, navigate(OverviewView.class)).single();
        assertThat(textOf(panel)).contains("win2022-lab crashed");

        engines.backend("borea", EngineKind.LIBVIRT).enter("win2022-lab", InstanceState.RUNNING);

        eventually(() -> assertThat(textOf(panel)).contains("Nothing."));
    }

    @Test
    void anEngineThatRefusesUsIsNamedWithItsRemedy() {
        AttentionPanel panel =
                find(AttentionPanel.class, navigate(OverviewView.class)).single();

        engines.backend("atlas", EngineKind.DOCKER).failWith(ErrorKind.DENIED);

        eventually(() -> assertThat(textOf(panel)).contains("on atlas refuses access", "access to its socket"));
    }

    @Test
    void showsUsedPromisedAndThereIs() {
        OverviewView view = navigate(OverviewView.class);

        eventually(() -> assertThat(textOf(view)).contains("of 32\u00a0GiB used", "promised", "of 200\u00a0GiB used"));
    }

    @Test
    void eachHostLeadsToItsCharts() {
        MachinesPanel panel =
                find(MachinesPanel.class, navigate(OverviewView.class)).single();

        eventually(() -> assertThat(textOf(panel)).contains("atlas", "borea", "of 8", "of 16\u00a0GiB"));
        assertThat(find(Anchor.class, panel).all()).extracting(Anchor::getHref).contains("hosts/atlas", "hosts/borea");
    }
}
