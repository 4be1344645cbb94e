package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Main;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Change;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.ui.CompareCharts;
import dev.bulkhead.metrics.ui.HeatMap;
import dev.bulkhead.metrics.ui.HeatMap.Cell;
import dev.bulkhead.metrics.ui.Mark;
import dev.bulkhead.testing.fake.PageTest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

class UsageViewTest extends PageTest {

    private static final InstanceId DNS = InstanceId.parse("atlas-lxd.dns").orElseThrow();
    private static final InstanceId MACHINE =
            InstanceId.parse("borea-libvirt.win2022-lab").orElseThrow();

    @Autowired
    private HeatCells cells;

    @Autowired
    private InstanceMarks marks;

    @Autowired
    private InstanceService instances;

    @Autowired
    private ApplicationContext application;

    @Test
    void everyInstanceHasACellAmongThoseOfItsHost() {
        open("usage?resource=memory");

        assertThat(find(HeatMap.class).all()).hasSize(1);
        List<Cell> all = cells.now(Resource.MEMORY);
        assertThat(all).hasSize(GUESTS).isSortedAccordingTo(Comparator.comparing(Cell::group));
        assertThat(all)
                .filteredOn(cell -> cell.id().equals(MACHINE))
                .singleElement()
                .satisfies(cell -> assertThat(cell.limit())
                        .isEqualTo(
                                Limits.of(instances.find(MACHINE).orElseThrow().instance(), Resource.MEMORY)));
    }

    @Test
    void whatOneMayNotSeeHasNoCell() {
        TestAccess people = new TestAccess(application);
        people.person("cleo", "correct horse battery");
        people.grant("cleo", Role.VIEWER, new Scope.OnInstance(DNS));
        SecurityContext context = SecurityContextHolder.getContext();
        Authentication administrator = context.getAuthentication();
        context.setAuthentication(new TestingAuthenticationToken("cleo", "", "ROLE_USER"));
        List<Cell> seen = cells.now(Resource.CPU);
        context.setAuthentication(administrator);

        assertThat(seen).extracting(Cell::name).containsExactly("dns");
    }

    @Test
    void thoseOfAnAddressThatExistAreCompared() {
        open("usage/compare?id=" + DNS + "&id=" + MACHINE + "&id=atlas-lxd.none&range=1d");
        assertThat(find(CompareCharts.class).all()).hasSize(1);

        open("usage/compare?id=nonsense");
        assertThat(find(CompareCharts.class).all()).isEmpty();
        assertThat(textOf(find(Main.class).single())).contains("Nothing to compare");
    }

    @Test
    void whatWasDoneAndWhatTheEngineToldIsMarkedOnce() {
        Instant before = Instant.now();
        instances.perform(MACHINE, Action.START);
        eventually(() -> assertThat(words(before)).contains("Started by ada"));

        engines.backend("borea", EngineKind.LIBVIRT)
                .tell(new Change.InstanceChanged(MACHINE.local(), Instant.now(), "started"));
        engines.backend("borea", EngineKind.LIBVIRT)
                .tell(new Change.InstanceChanged(MACHINE.local(), Instant.now(), "oom"));

        eventually(() -> assertThat(words(before)).containsExactly("Started by ada", "Out of memory"));
        assertThat(marks.between(MACHINE, before.minusSeconds(60), before)).isEmpty();
    }

    private List<String> words(Instant from) {
        return marks.between(MACHINE, from, Instant.now().plusSeconds(1)).stream()
                .map(Mark::words)
                .toList();
    }
}
