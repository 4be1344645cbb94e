package dev.bulkhead.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.testing.fake.PageTest;
import org.junit.jupiter.api.Test;

class HostsViewTest extends PageTest {

    @Test
    void showsEachHostWithItsEngines() {
        HostsView view = navigate(HostsView.class);

        assertThat(find(HostCard.class, view).all()).hasSize(2);
        eventually(() ->
                assertThat(textOf(view)).contains("atlas", "borea", "version 1.0", "Fake Linux", "/var/lib/fake"));
    }

    @Test
    void saysWhatToTypeWhenAnEngineRefuses() {
        HostsView view = navigate(HostsView.class);

        engines.backend("atlas", EngineKind.LXD).failWith(ErrorKind.DENIED);

        eventually(() -> assertThat(textOf(view))
                .contains("Access denied", "sudo usermod -aG lxd bulkhead", "Scripted failure"));
    }

    @Test
    void reconnects() {
        HostsView view = navigate(HostsView.class);
        engines.backend("borea", EngineKind.DOCKER).failWith(ErrorKind.UNREACHABLE);
        eventually(() -> assertThat(textOf(view)).contains("Down", "sudo systemctl start docker"));
        engines.backend("borea", EngineKind.DOCKER).failWith(null);

        HostCard borea = find(HostCard.class, view).withId("borea").single();
        find(Button.class, borea)
                .withText("Reconnect")
                .all()
                .forEach(button -> test(button).click());

        eventually(() -> assertThat(textOf(view)).doesNotContain("Down"));
    }
}
