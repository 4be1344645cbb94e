package dev.bulkhead.asset.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Share;
import dev.bulkhead.access.SharingService;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.asset.Asset;
import dev.bulkhead.common.AssetId;
import dev.bulkhead.common.ui.NamedGrid;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.ErrorKind;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** Each engine of the two hosts has one pool, {@code default}. */
class AssetPagesTest extends PageTest {

    private static final String STUDENT = "student-of-assets";
    private static final AssetId POOL =
            new AssetId(FakeEngines.id("atlas", EngineKind.LXD), AssetId.Kind.POOL, "default");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SharingService sharing;

    private TestAccess access;
    private Project course;

    @BeforeEach
    void aCourse() {
        access = new TestAccess(application);
        course = access.project("course-" + UUID.randomUUID());
        access.take(course, POOL);
    }

    @Test
    void anAdministratorSeesThePoolsOfAllEnginesAndGivesOne() {
        open("storage");
        eventually(() -> assertThat(rows()).hasSize(6));

        grid().actions(row(POOL)).getFirst().perform().run();
        roundTrip();
        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Projects that have default");
        choose(course.name());
        test(find(Button.class).withText("Save").single()).click();

        eventually(
                () -> assertThat(row(POOL).projects()).extracting(Project::name).contains(course.name()));

        grid().actions(row(POOL)).getFirst().perform().run();
        roundTrip();
        find(MultiSelectComboBox.class).single().clear();
        test(find(Button.class).withText("Save").single()).click();

        eventually(() -> assertThat(row(POOL).projects()).isEmpty());
    }

    @Test
    void theSearchStandsInTheAddress() {
        open("storage?q=borea");

        eventually(() ->
                assertThat(rows()).hasSize(3).allMatch(row -> row.hostName().equals("borea")));
    }

    @Test
    void anEngineThatFailsKeepsWhatItToldAndSaysWhy() {
        open("storage");
        eventually(() -> assertThat(rows()).hasSize(6));

        engines.backend("borea", EngineKind.LXD).failWith(ErrorKind.INTERNAL);

        eventually(() -> assertThat(textOf(find(StorageView.class).single())).contains("borea-lxd tells nothing new"));
        assertThat(rows()).hasSize(6);
    }

    @Test
    @WithMockUser(STUDENT)
    void whoWasGivenNothingSeesNothingAndWhoIsGivenOneSeesItAtOnce() {
        access.person(STUDENT, "correct horse battery");
        access.grant(STUDENT, Role.VIEWER, new Scope.InProject(course.id()));
        open("storage");
        eventually(() -> assertThat(textOf(find(StorageView.class).single()))
                .contains("No storage pools")
                .doesNotContain("atlas", "borea"));
        assertThat(rows()).isEmpty();

        access.give(course, POOL);

        eventually(() -> assertThat(rows()).extracting(Asset::id).containsExactly(POOL));
        assertThat(grid().actions(row(POOL)))
                .as("it is not the student's to give")
                .isEmpty();
        assertThatThrownBy(() -> sharing.change(List.of(), List.of(new Share(course.id(), POOL))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @SuppressWarnings("unchecked")
    private void choose(String label) {
        MultiSelectComboBox<Object> projects = find(MultiSelectComboBox.class).single();
        projects.select(projects.getListDataView()
                .getItems()
                .filter(item -> projects.getItemLabelGenerator().apply(item).equals(label))
                .toList());
    }

    private Asset<?> row(AssetId asset) {
        return rows().stream().filter(row -> row.id().equals(asset)).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private NamedGrid<Asset<?>> grid() {
        return find(NamedGrid.class).single();
    }

    /** As the grid has them; it is not there when it has none. */
    private List<Asset<?>> rows() {
        return find(NamedGrid.class).all().isEmpty()
                ? List.of()
                : grid().getListDataView().getItems().toList();
    }
}
