package dev.bulkhead.instance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import dev.bulkhead.access.Role;
import dev.bulkhead.access.Scope;
import dev.bulkhead.access.TestAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.EngineKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.operation.audit.AuditRow;
import dev.bulkhead.testing.fake.MockInventory;
import dev.bulkhead.testing.fake.PageTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

class InstanceViewTest extends PageTest {

    private static final String GUEST = "gus";

    @Autowired
    private ActionRequests requests;

    @Autowired
    private InstanceService instances;

    @Autowired
    void fillProjects(ApplicationContext application) {
        TestAccess access = new TestAccess(application);
        MockInventory.fillProjects(access);
        InstanceId web = InstanceId.parse("atlas-libvirt.web-01").orElseThrow();
        access.person(GUEST, "correct horse battery");
        access.grant(GUEST, Role.VIEWER, new Scope.OnInstance(web));
    }

    private InstanceView page(String address) {
        open(address);
        return find(InstanceView.class).single();
    }

    private List<String> actions() {
        MenuBar bar = find(MenuBar.class, find(InstanceHeader.class).single()).single();
        return bar.getItems().stream().map(item -> item.getText()).toList();
    }

    @Test
    void saysWhatItIsAndHow() {
        InstanceView view = page("instances/atlas-libvirt.web-01");

        assertThat(view.getPageTitle()).isEqualTo("web-01 · Bulkhead");
        assertThat(textOf(view))
                .contains("Virtual machine on atlas · shop · 4 CPUs · 4\u00a0GiB", "Running", "10.10.0.11");
        assertThat(actions()).containsExactly("Shut down", "Power off", "Restart", "Reset", "Pause");
    }

    @Test
    void asksWhereOneMoreOfThisOneFits() {
        assertThat(find(Anchor.class, page("instances/atlas-libvirt.web-01"))
                        .withText("Where would one more fit?")
                        .single()
                        .getHref())
                .isEqualTo("capacity?tab=fit&like=atlas-libvirt.web-01");
    }

    /** The page that would answer is closed to them. */
    @Test
    @WithMockUser(GUEST)
    void whoSeesNoHostIsNotSentThere() {
        eventually(() -> assertThat(textOf(page("instances/atlas-libvirt.web-01")))
                .contains("web-01")
                .doesNotContain("one more fit"));
    }

    @Test
    void warnsOfAScreenThatEverybodyCanOpen() {
        assertThat(textOf(page("instances/atlas-libvirt.web-01"))).contains("without a password");
        assertThat(textOf(page("instances/atlas-libvirt.db-primary"))).doesNotContain("without a password");
    }

    @Test
    void theTabStandsInTheAddress() {
        assertThat(textOf(page("instances/atlas-docker.traefik?tab=configuration")))
                .contains("/bin/server --config");
        assertThat(textOf(page("instances/atlas-libvirt.web-01?tab=storage"))).contains("/var/lib/images/web-01.qcow2");
        assertThat(textOf(page("instances/atlas-libvirt.web-01?tab=network"))).contains("52:54:00:00:00:01");
    }

    @Test
    void theHistoryIsWhatIsOnRecordOfItAlone() {
        instances.perform(InstanceId.parse("atlas-lxd.student-bo").orElseThrow(), Action.START);
        instances.perform(InstanceId.parse("atlas-lxd.dns").orElseThrow(), Action.PAUSE);

        page("instances/atlas-lxd.student-bo?tab=history");

        eventually(() -> {
            var history = test(find(Grid.class).single());
            assertThat(history.size()).isGreaterThanOrEqualTo(2);
            for (int i = 0; i < history.size(); i++) {
                AuditRow row = (AuditRow) history.getRow(i);
                assertThat(row.entry().target().id()).isEqualTo("atlas-lxd.student-bo");
            }
        });
    }

    @Test
    void anUnknownIdSaysSo() {
        assertThat(textOf(page("instances/atlas-libvirt.no-such"))).contains("No such instance");
        assertThat(textOf(page("instances/<b>"))).contains("No such instance");
    }

    @Test
    void followsWhatHappensElsewhere() {
        InstanceView view = page("instances/atlas-lxd.student-bo");

        engines.backend("atlas", EngineKind.LXD).enter("student-bo", InstanceState.RUNNING);

        eventually(() -> {
            assertThat(textOf(view)).contains("Running");
            assertThat(actions()).contains("Shut down").doesNotContain("Start");
        });
    }

    @Test
    void saysThatItWasDeletedElsewhere() {
        InstanceView view = page("instances/atlas-lxd.student-bo");

        engines.backend("atlas", EngineKind.LXD).remove("student-bo");

        eventually(() -> assertThat(textOf(view)).contains("This instance was deleted"));
    }

    @Test
    void asksBeforeThePlugIsPulled() {
        open("instances/atlas-lxd.dns");
        requests.requestById(find(InstanceView.class).single().shownId().orElseThrow(), Action.POWER_OFF);
        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(state("dns")).isEqualTo(InstanceState.RUNNING);

        test(dialog).confirm();

        eventually(() -> assertThat(state("dns")).isEqualTo(InstanceState.STOPPED));
    }

    @Test
    void deletingNamesTheVictimAndAsksForItsDisks() {
        open("instances/atlas-lxd.student-bo");
        requests.requestById(find(InstanceView.class).single().shownId().orElseThrow(), Action.DELETE);
        DeleteDialog dialog = find(DeleteDialog.class).single();
        assertThat(textOf(dialog)).contains("student-bo");
        find(Checkbox.class, dialog).single().setValue(true);
        assertThat(textOf(dialog)).contains("all data on them are removed");

        test(find(Button.class, dialog).withText("Delete").single()).click();

        eventually(() -> assertThat(engines.backend("atlas", EngineKind.LXD).guest("student-bo"))
                .isEmpty());
    }

    @Test
    void theDialogSaysThatSomebodyElseWasFaster() {
        open("instances/atlas-lxd.student-bo");
        requests.requestById(find(InstanceView.class).single().shownId().orElseThrow(), Action.DELETE);
        DeleteDialog dialog = find(DeleteDialog.class).single();

        engines.backend("atlas", EngineKind.LXD).remove("student-bo");

        eventually(() -> {
            assertThat(textOf(dialog)).contains("deleted elsewhere");
            assertThat(find(Button.class, dialog).withText("Delete").single().isEnabled())
                    .isFalse();
        });
    }

    @Test
    void whoComesSecondIsTold() {
        open("instances/atlas-lxd.student-bo");
        var id = find(InstanceView.class).single().shownId().orElseThrow();
        engines.backend("atlas", EngineKind.LXD).remove("student-bo");
        eventually(() -> assertThat(textOf(find(InstanceView.class).single())).contains("was deleted"));

        requests.perform(List.of(id), Action.START);

        assertThat(textOf(find(Notification.class).single())).contains("does not exist any more");
    }

    private InstanceState state(String name) {
        return engines.backend("atlas", EngineKind.LXD)
                .guest(name)
                .orElseThrow()
                .state();
    }
}
