package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.engine.fake.FakeGuests;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.MockInventory;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

class InstancesViewTest extends PageTest {

    private InstanceGrid list(String address) {
        open(address);
        return find(InstanceGrid.class).single();
    }

    private List<String> names(Grid<InventoryItem> grid) {
        return IntStream.range(0, test(grid).size())
                .mapToObj(row -> test(grid).getRow(row).instance().name())
                .toList();
    }

    @Autowired
    void fillProjects(ApplicationContext application) {
        MockInventory.fillProjects(new TestAccess(application));
    }

    @Test
    void allKindsStandInOneTable() {
        assertThat(names(list("instances")))
                .hasSize(GUESTS)
                .contains("web-01", "traefik", "dns")
                .isSorted();
    }

    @Test
    void theAddressIsTheFilterAndTheOrder() {
        InstanceGrid grid = list("instances?kind=virtual-machine&state=running&sort=-name");

        assertThat(names(grid)).containsExactly("web-01", "k8s-node-2", "k8s-node-1", "db-primary");
    }

    @Test
    void typingFiltersAndStaysInTheAddress() {
        InstanceGrid grid = list("instances?state=running");

        test(find(TextField.class).single()).setValue("k8s");

        assertThat(names(grid)).containsExactly("k8s-node-1", "k8s-node-2");
    }

    @Test
    void aChipFiltersAndIsCleared() {
        InstanceGrid grid = list("instances?project=shop");
        assertThat(names(grid)).hasSize(4);

        test(find(Button.class)
                        .withAttribute("aria-label", "Clear filter by Project")
                        .single())
                .click();

        assertThat(names(grid)).hasSize(GUESTS);
    }

    @Test
    void aFilterThatNothingMatchesSaysSoAndOffersTheWayBack() {
        open("instances?q=no-such-thing");
        NothingListed nothing = find(NothingListed.class).single();
        assertThat(textOf(nothing)).contains("Nothing matches the filter");

        test(find(Button.class, nothing).single()).click();

        assertThat(names(find(InstanceGrid.class).single())).hasSize(GUESTS);
    }

    @Test
    void aChangeMadeElsewhereShows() {
        InstanceGrid grid = list("instances?q=student-bo");

        engines.backend("atlas", EngineKind.LXD).enter("student-bo", InstanceState.RUNNING);

        eventually(() -> assertThat(test(grid).getRow(0).instance().state()).isEqualTo(InstanceState.RUNNING));
    }

    @Test
    void whatIsMadeAndRemovedElsewhereComesAndGoes() {
        InstanceGrid grid = list("instances");
        String made = engines.backend("borea", EngineKind.DOCKER).add("fresh", InstanceState.RUNNING);
        eventually(() -> assertThat(names(grid)).contains("fresh"));

        engines.backend("borea", EngineKind.DOCKER).remove(made);

        eventually(() -> assertThat(names(grid)).hasSize(GUESTS).doesNotContain("fresh"));
    }

    @Test
    void theBarCountsWhatTheSelectionAllows() {
        InstanceGrid grid = list("instances?project=build");
        grid.asMultiSelect().select(test(grid).getRow(0), test(grid).getRow(1));

        SelectionBar bar = find(SelectionBar.class).single();

        assertThat(textOf(bar)).contains("2 selected");
        assertThat(find(MenuBar.class, bar).single().getItems().stream().map(item -> item.getText()))
                .containsExactly(
                        "Shut down 1",
                        "Power off 2",
                        "Restart 1",
                        "Reset 1",
                        "Pause 1",
                        "Resume 1",
                        "Compare use",
                        "Move to another project…");
    }

    @Test
    void aSelectionMovesToAnotherProjectAndTheFilterFollows() {
        InstanceGrid grid = list("instances?project=course");
        assertThat(names(grid)).containsExactly("student-ana", "student-bo");
        grid.asMultiSelect().select(test(grid).getRow(0), test(grid).getRow(1));

        MenuItem moving = find(MenuBar.class, find(SelectionBar.class).single()).single().getItems().stream()
                .filter(item -> item.getText().equals("Move to another project…"))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(moving, new ClickEvent<>(moving));
        chooseProject("lab");

        eventually(() -> assertThat(names(grid)).isEmpty());
        open("instances?project=lab");
        assertThat(names(find(InstanceGrid.class).single())).contains("student-ana", "student-bo", "k8s-node-1");
    }

    @SuppressWarnings("unchecked")
    private void chooseProject(String name) {
        Select<Project> projects = find(Select.class).single();
        test(projects).selectItem(name);
        test(find(Button.class).withText("Move").single()).click();
    }

    @Test
    void whatWasDeletedElsewhereLeavesTheSelection() {
        InstanceGrid grid = list("instances?q=student");
        grid.asMultiSelect().select(test(grid).getRow(0), test(grid).getRow(1));

        engines.backend("atlas", EngineKind.LXD).remove("student-ana");

        eventually(() -> assertThat(grid.selected())
                .extracting(item -> item.instance().name())
                .containsExactly("student-bo"));
    }

    @Test
    void aRowOfAnUnreachableEngineIsStale() {
        InstanceGrid grid = list("instances?q=win2022");

        engines.backend("borea", EngineKind.LIBVIRT).failWith(ErrorKind.UNREACHABLE);

        eventually(() -> assertThat(test(grid).getRow(0).stale()).isNotNull());
    }

    @Test
    void aRowStaysSmallWhateverItIsCalled() {
        InstanceId id = new InstanceId(FakeEngines.id("atlas", EngineKind.DOCKER), "huge");
        String huge = "<b>x</b>&\u202e😀".repeat(5_000);
        engines.backend("atlas", EngineKind.DOCKER)
                .put(FakeGuests.builder(
                                id.engine(),
                                id.local(),
                                huge,
                                InstanceKind.APPLICATION_CONTAINER,
                                InstanceState.CRASHED)
                        .state(InstanceState.CRASHED, huge)
                        .engineProject(huge)
                        .addresses(List.of(huge))
                        .build());
        InstanceGrid grid = list("instances?state=crashed");
        eventually(() -> assertThat(names(grid)).hasSize(2));
        InventoryItem item = IntStream.range(0, 2)
                .mapToObj(row -> test(grid).getRow(row))
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();

        int characters = grid.getColumns().stream()
                .map(Grid.Column::getRenderer)
                .map(renderer -> (LitRenderer<InventoryItem>) renderer)
                .flatMap(renderer -> renderer.getValueProviders().values().stream())
                .mapToInt(value -> String.valueOf(value.apply(item)).length())
                .sum();

        assertThat(characters).isLessThan(1_000);
    }

    @Test
    @WithMockUser(roles = "NOBODY")
    void nobodySeesNothing() {
        assertThatThrownBy(() -> navigate(InstancesView.class)).isInstanceOf(IllegalArgumentException.class);

        assertThat(find(InstanceGrid.class).all()).isEmpty();
        assertThat(find(SideNavItem.class).all()).isEmpty();
    }
}
