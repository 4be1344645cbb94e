package dev.bulkhead.metrics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import dev.bulkhead.common.HostId;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.host.Promises;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MachinesPanelTest extends PageTest {

    private static List<MachineTile> tiles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new HostStatus(
                        new HostId("host-" + number),
                        "Host " + number,
                        false,
                        null,
                        List.of(),
                        null,
                        null,
                        HostCapacity.UNKNOWN,
                        Promises.Promised.NOTHING))
                .map(MachineTile::new)
                .toList();
    }

    @Test
    void manyHostsAreFolded() {
        assertThat(MachinesPanel.arranged(tiles(8))).hasSize(1);

        Component[] many = MachinesPanel.arranged(tiles(40));

        assertThat(textOf(many[0])).contains("Host 5").doesNotContain("Host 6");
        Details others = (Details) many[1];
        assertThat(others.getSummaryText()).isEqualTo("34 more hosts");
        assertThat(others.isOpened()).isFalse();
    }
}
