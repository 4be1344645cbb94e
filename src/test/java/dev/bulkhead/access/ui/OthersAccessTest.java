package dev.bulkhead.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope.InProject;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.ui.NamedGrid;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** The pages of access as those see them who do not administer everything. */
class OthersAccessTest extends PageTest {

    private static final String PASSWORD = "a long enough word";

    private String lab = "";

    /** Before the page is made, since it is built for what its reader may. */
    @Autowired
    void makeTheOthers(ApplicationContext application) {
        TestAccess access = new TestAccess(application);
        Project project = access.project("lab-" + UUID.randomUUID().toString().substring(0, 8));
        lab = project.name();
        access.person("project-manager", PASSWORD);
        access.grant("project-manager", Role.ADMINISTRATOR, new InProject(project.id()));
        access.person("viewer", PASSWORD, Role.VIEWER);
        access.person("nobody", PASSWORD);
    }

    private List<String> buttons() {
        return find(Button.class).all().stream().map(Button::getText).toList();
    }

    private List<String> pages() {
        return find(SideNavItem.class).all().stream().map(SideNavItem::getLabel).toList();
    }

    @Test
    @WithMockUser("project-manager")
    void whoManagesAProjectGivesRightsThereAndNowhereElse() {
        open("access");
        PeopleTab people = find(PeopleTab.class).single();
        PeopleTab.Row ada = people.load().stream()
                .filter(row -> row.person().name().equals("ada"))
                .findFirst()
                .orElseThrow();
        assertThat(pages()).contains("Access");
        assertThat(buttons()).doesNotContain("Add person");
        assertThat(people.grid().actions(ada))
                .extracting(NamedGrid.RowAction::label)
                .containsExactly("What they may do", "Give a role…");

        open("access?tab=grants");
        assertThat(find(GrantsTab.class).single().load())
                .isNotEmpty()
                .allMatch(row -> row.where().equals("Project " + lab));
        test(find(Button.class).withText("Give a role").first()).click();
        GiveDialog dialog = find(GiveDialog.class).single();
        Picker<?> where = find(Picker.class, dialog).all().stream()
                .filter(picker -> "Where".equals(picker.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(where.getListDataView().getItems()).extracting(Choice::label).containsExactly("Project " + lab);
    }

    @Test
    @WithMockUser("viewer")
    void aViewerSeesTheirOwnRightsOnly() {
        open("access");
        assertThat(find(AccessView.class).all()).isEmpty();
        assertThat(pages()).doesNotContain("Access");
        open("instances/atlas-lxd.dns?tab=access");
        assertThat(find(ExplanationTable.class).all()).isEmpty();

        open("account");
        assertThat(textOf(find(AccountView.class).single())).contains("Viewer, Everywhere, given by test");
    }

    @Test
    @WithMockUser("nobody")
    void nobodyIsToldThatTheyHaveNothing() {
        open("access");
        assertThat(find(AccessView.class).all()).isEmpty();

        open("account");
        assertThat(textOf(find(AccountView.class).single())).contains("You were given nothing yet");
    }

    @Test
    @WithMockUser("nobody")
    void onesOwnPasswordIsChangedByWhoKnowsTheOldOne() {
        open("account");
        List<PasswordField> fields = find(PasswordField.class).all();
        change(fields, "not the old one", "another long word");
        assertThat(fields.getFirst().getErrorMessage()).isEqualTo("That is not your password so far");
        assertThat(fields.get(1).getValue()).isEqualTo("another long word");

        change(fields, PASSWORD, "another long word");
        assertThat(fields).allMatch(PasswordField::isEmpty);

        // The new one is the old one from now on; and back, for the other tests of this application.
        change(fields, "another long word", PASSWORD);
        assertThat(fields).allMatch(PasswordField::isEmpty);
    }

    private void change(List<PasswordField> fields, String old, String wanted) {
        test(fields.get(0)).setValue(old);
        test(fields.get(1)).setValue(wanted);
        test(fields.get(2)).setValue(wanted);
        test(find(Button.class).withText("Change password").single()).click();
    }
}
