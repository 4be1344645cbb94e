package dev.bulkhead.capacity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.NumberField;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.fake.FakeBackend;
import dev.bulkhead.metrics.TestHistory;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.PageTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

class CapacityViewTest extends PageTest {

    private static final String STRANGER = "nora";
    private static final double GIB = 1L << 30;

    @Autowired
    private ApplicationContext application;

    @Test
    void saysWhatEachHostPromisedAndWhoHasNoLimit() {
        FakeBackend docker = engines.backend("atlas", EngineKind.DOCKER);
        Instance registry = docker.guest("registry").orElseThrow();
        docker.put(Instance.builder(registry.id(), "registry", registry.details())
                .cpus(1.0)
                .build());

        CapacityView view = navigate(CapacityView.class);

        eventually(() -> {
            String text = textOf(find(NowTab.class, view).single());
            assertThat(text)
                    .as("of atlas: 4 + 8 + 0.5 + 1 + 1 + 1 + 0.5 + 2 + 1 + 1 of 8 CPUs")
                    .contains("20")
                    .contains("2.5\u00a0×");
            assertThat(text)
                    .contains(
                            "1 instance has no limit and could use everything:",
                            "registry",
                            "(memory)",
                            "default (dir)");
        });
    }

    @Test
    void oneMoreOfThisOneIsAskedByTheAddress() {
        open("capacity?tab=fit&like=" + new InstanceId(FakeEngines.id("borea", EngineKind.LIBVIRT), "k8s-node-1"));

        FitTab tab = find(FitTab.class).single();
        assertThat(find(NumberField.class, tab).all())
                .extracting(NumberField::getValue)
                .containsExactly(8.0, 32.0, 40.0);
        eventually(() -> {
            open("capacity?tab=fit&like=" + new InstanceId(FakeEngines.id("borea", EngineKind.LIBVIRT), "k8s-node-1"));
            assertThat(textOf(find(SmallTable.class).single()))
                    .contains("atlas", "borea", "Does not fit", "too little memory", "−");
        });
        assertThat(find(ComboBox.class).all()).hasSize(1);
    }

    @Test
    void aSizeIsAskedByTheAddress() {
        eventually(() -> {
            open("capacity?tab=fit&cpus=0.5&memory=0&disk=1");
            assertThat(textOf(find(SmallTable.class).single())).contains("atlas", "Fits");
        });
    }

    @Test
    void whatOfADeadHostFitsNowhereIsNamed() {
        eventually(() -> {
            open("capacity?tab=loss&host=borea");
            String text = textOf(find(LossTab.class).single());
            assertThat(text).contains("k8s-node-1", "Nowhere: too little memory", "Left on the others then");
        });
    }

    @Test
    void saysWhatCouldBeHadBackAndWhoDoesNotTell() {
        open("capacity?tab=leftover");

        eventually(() -> assertThat(textOf(find(LeftoverTab.class).single()))
                .as("the disks of two that are stopped and one that crashed, 12 GiB each, and of a container")
                .contains("Stopped instances", "debian-13-template", "win2022-lab", "48\u00a0GiB")
                .contains("atlas-docker tells nothing: The engine does not tell"));
    }

    @Test
    void saysThatThereIsNoTrendYet() {
        open("capacity?tab=trend");

        assertThat(textOf(find(TrendTab.class).single()))
                .contains("atlas", "borea")
                .containsAnyOf("Nothing was measured of it yet", "less than three days known");
    }

    /** 40 of 100 GiB are used, and were less by one a day. */
    @Test
    void saysWhenAPlaceOfStorageIsFull() {
        new TestHistory(application).ofPlaces(new HostId("atlas"), 10, daysAgo -> -daysAgo * GIB);

        open("capacity?tab=trend");

        LocalDate full = LocalDate.now(ZoneOffset.UTC).plusDays(60);
        assertThat(textOf(find(SmallTable.class, find(TrendTab.class).single())
                        .all()
                        .getFirst()))
                .contains("Used in default (dir)", "+1\u00a0GiB")
                .containsAnyOf(
                        full.minusDays(1).toString(),
                        full.toString(),
                        full.plusDays(1).toString());
    }

    @Test
    void saysNothingOfSizesWithoutADayOfHistory() {
        open("capacity?tab=sizes");

        assertThat(textOf(find(SizesTab.class).single())).containsAnyOf("Not enough history yet", "cannot be read");
    }

    @Test
    @WithMockUser(STRANGER)
    void whoMaySeeNothingIsShownNothing() {
        new TestAccess(application).person(STRANGER, "correct horse battery");

        CapacityView view = navigate(CapacityView.class);

        assertThat(textOf(view)).doesNotContain("atlas", "web-01", "What fits");
        assertThat(Set.of("fit", "loss")).allSatisfy(tab -> {
            open("capacity?tab=" + tab);
            assertThat(find(NowTab.class).all()).hasSize(1);
        });
    }
}
