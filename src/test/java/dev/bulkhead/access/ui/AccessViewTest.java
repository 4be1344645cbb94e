package dev.bulkhead.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.LeaseTerms;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Project;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.Scope.InProject;
import dev.bulkhead.access.Scope.OnInstance;
import dev.bulkhead.access.Subject;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.access.quota.Quota;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.testing.fake.FakeEngines;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class AccessViewTest extends PageTest {

    private static final String PASSWORD = "a long enough word";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private AccessService access;

    private TestAccess people;

    @BeforeEach
    void begin() {
        people = new TestAccess(application);
    }

    private static InstanceId dns() {
        return new InstanceId(FakeEngines.id("atlas", EngineKind.LXD), "dns");
    }

    private boolean may(String name, Permission permission, Scope scope) {
        return access.rights(new dev.bulkhead.access.Actor(name)).at(permission, scope);
    }

    /** A name and a project that no other test uses. */
    private static String fresh(String beginning) {
        return beginning + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static <T> T row(AccessTab<T> tab, String words) {
        return tab.load().stream()
                .filter(row -> tab.searchable(row).contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static <T> void perform(AccessTab<T> tab, T row, String label) {
        tab.grid().actions(row).stream()
                .filter(action -> action.label().equals(label))
                .findFirst()
                .orElseThrow()
                .perform()
                .run();
    }

    @Test
    void aPersonIsAddedWithAPasswordMadeForThemAndARoleAtOnce() {
        Project lab = people.project(fresh("lab"));
        String name = fresh("bo");
        open("access");
        test(find(Button.class).withText("Add person").first()).click();
        AddPersonDialog dialog = find(AddPersonDialog.class).single();
        test(find(TextField.class, dialog).withCaption("User name").single()).setValue(name);
        find(RolePicker.class, dialog).single().setValue(Role.USER);
        picker(dialog, "Where").choose(Set.of(new InProject(lab.id())));

        dialog.attempt();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(Code.class, dialog).single().getText()).hasSize(19);
        assertThat(textOf(dialog)).contains("They have the role User");
        assertThat(may(name, Permission.CONSOLE_CONTROL, new InProject(lab.id())))
                .isTrue();
        assertThat(may(name, Permission.INSTANCE_VIEW, Scope.INSTALLATION)).isFalse();
    }

    @SuppressWarnings("unchecked")
    private <T> Picker<T> picker(FormDialog dialog, String label) {
        return find(Picker.class, dialog).all().stream()
                .filter(picker -> label.equals(picker.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndNothingTypedIsLost() {
        people.person("taken", PASSWORD);
        open("access");
        test(find(Button.class).withText("Add person").first()).click();
        AddPersonDialog dialog = find(AddPersonDialog.class).single();
        TextField name = find(TextField.class, dialog).withCaption("User name").single();
        test(find(Checkbox.class, dialog).single()).click();
        PasswordField password = find(PasswordField.class, dialog).single();
        test(name).setValue("taken");
        test(password).setValue("short");

        dialog.attempt();
        assertThat(password.getErrorMessage()).contains("at least 10");

        test(password).setValue(PASSWORD);
        dialog.attempt();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("choose another name");
        assertThat(name.getValue()).isEqualTo("taken");
        assertThat(password.getValue()).isEqualTo(PASSWORD);
    }

    @Test
    void severalGetOneRoleAtSeveralPlacesAndWhatThatChangesIsSaidBefore() {
        Subject bo = Subject.user(people.person(fresh("bo"), PASSWORD));
        String cyName = fresh("cy");
        Subject cy = Subject.user(people.person(cyName, PASSWORD));
        Project one = people.project(fresh("one"));
        Project two = people.project(fresh("two"));
        open("access?tab=grants");
        test(find(Button.class).withText("Give a role").first()).click();
        GiveDialog dialog = find(GiveDialog.class).single();
        picker(dialog, "Who").choose(Set.of(bo, cy));
        find(RolePicker.class, dialog).single().setValue(Role.VIEWER);
        picker(dialog, "Where").choose(Set.of(new InProject(one.id()), new InProject(two.id())));

        assertThat(textOf(find(Preview.class, dialog).single()))
                .contains(cyName + " gains (Project " + one.name() + ", Project " + two.name() + "): see instances");

        dialog.attempt();
        assertThat(dialog.isOpened()).isFalse();
        for (Project project : List.of(one, two)) {
            assertThat(may(cyName, Permission.INSTANCE_VIEW, new InProject(project.id())))
                    .isTrue();
        }
        assertThat(find(GrantsTab.class).single().load().stream()
                        .filter(row -> row.who().equals(cyName)))
                .hasSize(2);
    }

    @Test
    void takingBackSaysWhoLosesWhat() {
        String name = fresh("bo");
        people.person(name, PASSWORD, Role.VIEWER);
        open("access?tab=grants&q=" + name);
        GrantsTab tab = find(GrantsTab.class).single();
        assertThat(test(tab.grid()).size()).isEqualTo(1);

        perform(tab, row(tab, name), "Take back…");
        TakeDialog dialog = find(TakeDialog.class).single();
        assertThat(textOf(dialog)).contains(name + " loses (Everywhere): see instances, see hosts, see tasks.");
        dialog.attempt();

        assertThat(may(name, Permission.INSTANCE_VIEW, Scope.INSTALLATION)).isFalse();
    }

    @Test
    void theLastAdministratorIsNotDisabled() {
        open("access");
        PeopleTab tab = find(PeopleTab.class).single();

        perform(tab, row(tab, "ada"), "Disable");

        assertThat(textOf(find(Notification.class).first())).contains("Nobody could administer Bulkhead after that");
        assertThat(may("ada", Permission.ACCESS_MANAGE, Scope.INSTALLATION)).isTrue();
    }

    @Test
    void aProjectIsMadeOfInstancesChangedAndDeleted() {
        String name = fresh("lab");
        open("access?tab=projects");
        ProjectsTab tab = find(ProjectsTab.class).single();
        test(find(Button.class).withText("Add project").first()).click();
        ProjectDialog adding = find(ProjectDialog.class).single();
        test(find(TextField.class, adding).withCaption("Name").single()).setValue(name);
        picker(adding, "Instances").choose(Set.of(dns()));
        adding.attempt();
        assertThat(row(tab, name).instances()).containsExactly(dns());
        assertThat(row(tab, name).names()).isEqualTo("dns");

        perform(tab, row(tab, name), "Change…");
        ProjectDialog changing = find(ProjectDialog.class).single();
        picker(changing, "Instances").clear();
        changing.attempt();
        assertThat(row(tab, name).instances()).isEmpty();

        perform(tab, row(tab, name), "Delete…");
        assertThat(textOf(find(DeleteDialog.class).single())).contains("There are no instances in it");
        find(DeleteDialog.class).single().attempt();
        assertThat(tab.load()).noneMatch(row -> row.project().name().equals(name));
    }

    @Test
    void aProjectsQuotaIsSetShownAndHeldAgainst() {
        String name = fresh("small");
        open("access?tab=projects");
        ProjectsTab tab = find(ProjectsTab.class).single();
        test(find(Button.class).withText("Add project").first()).click();
        ProjectDialog adding = find(ProjectDialog.class).single();
        test(find(TextField.class, adding).withCaption("Name").single()).setValue(name);
        test(find(NumberField.class, adding).withCaption("Memory (GiB)").single())
                .setValue(0.25);
        test(find(IntegerField.class, adding).withCaption("Lease (hours)").single())
                .setValue(72);
        adding.attempt();
        Project made = row(tab, name).project();
        assertThat(made.quota()).isEqualTo(new Quota(Map.of(Measure.MEMORY, 256L << 20)));
        assertThat(made.lease()).extracting(LeaseTerms::end).isEqualTo(LeaseTerms.End.STOP);

        perform(tab, row(tab, name), "Change…");
        ProjectDialog changing = find(ProjectDialog.class).single();
        picker(changing, "Instances")
                .choose(Set.of(dns(), InstanceId.parse("atlas-libvirt.web-01").orElseThrow()));
        changing.attempt();
        assertThat(textOf(changing)).contains("memory: 0 B + 4.3 GiB of 256 MiB");
        picker(changing, "Instances").choose(Set.of(dns()));
        changing.attempt();
        assertThat(QuotaWords.held(made.quota(), row(tab, name).held())).isEqualTo("Memory: 256 MiB of 256 MiB");
        people.put(dns(), Project.DEFAULT);
    }

    @Test
    void aGroupHasMembersAndARoleOfOnesOwnIsMade() {
        String member = fresh("bo");
        UUID id = people.person(member, PASSWORD);
        String group = fresh("students");
        open("access?tab=groups");
        test(find(Button.class).withText("Add group").first()).click();
        GroupDialog dialog = find(GroupDialog.class).single();
        test(find(TextField.class, dialog).withCaption("Name").single()).setValue(group);
        picker(dialog, "Members").choose(Set.of(id));
        dialog.attempt();
        assertThat(row(find(GroupsTab.class).single(), group).members()).isEqualTo(member);

        open("access?tab=roles");
        String role = fresh("helper");
        test(find(Button.class).withText("Add role").first()).click();
        RoleDialog making = find(RoleDialog.class).single();
        test(find(TextField.class, making).withCaption("Name").single()).setValue(role);
        making.attempt();
        RolesTab roles = find(RolesTab.class).single();
        assertThat(row(roles, role).role().permissions()).isEqualTo(Role.VIEWER.permissions());
        assertThat(roles.grid().actions(row(roles, "Viewer"))).isEmpty();
        perform(roles, row(roles, role), "Delete…");
        find(DeleteDialog.class).single().attempt();
        assertThat(roles.load()).noneMatch(row -> row.role().name().equals(role));
    }

    @Test
    void whatSomebodyMayDoIsExplained() {
        String name = fresh("bo");
        people.person(name, PASSWORD);
        Project lab = people.project(fresh("lab"));
        people.grant(name, Role.OPERATOR, new InProject(lab.id()));
        open("access?q=" + name);
        PeopleTab tab = find(PeopleTab.class).single();

        perform(tab, row(tab, name), "What they may do");

        assertThat(textOf(find(PersonDialog.class).single()))
                .contains(
                        "Project " + lab.name(),
                        "see instances, start and stop instances, watch consoles and logs, see tasks, cancel tasks",
                        "Operator, Project " + lab.name() + ", given by test");
    }

    @Test
    void anInstancesPageSaysWhoMayDoWhatWithIt() {
        String name = fresh("bo");
        people.person(name, PASSWORD);
        people.grant(name, Role.VIEWER, new OnInstance(dns()));

        open("instances/atlas-lxd.dns?tab=access");

        assertThat(textOf(find(ExplanationTable.class).single())).contains("ada", "Administrator, Everywhere", name);
        assertThat(textOf(find(ExplanationTable.class).single())).contains("Viewer, Instance dns, given by test");
    }

    @Test
    void everyPermissionAndRoleHasWords() {
        assertThat(Permission.values())
                .allSatisfy(permission ->
                        assertThat(AccessWords.permission(permission)).matches("[a-z].*"));
        assertThat(Role.BUILT_IN)
                .allSatisfy(role -> assertThat(AccessWords.role(role.name())).matches("[A-Z].*"));
    }
}
