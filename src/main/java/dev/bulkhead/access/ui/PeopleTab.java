package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessRefusedException;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.EffectiveAccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Group;
import dev.bulkhead.access.GroupService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Subject;
import dev.bulkhead.access.passkey.PasskeyService;
import dev.bulkhead.access.session.SessionService;
import dev.bulkhead.access.signin.TwoStepService;
import dev.bulkhead.common.ui.NamedGrid.RowAction;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who may sign in. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PeopleTab extends AccessTab<PeopleTab.Row> {

    private final PeopleService people;
    private final GroupService groups;
    private final GrantService grants;
    private final EffectiveAccessService effective;
    private final Directory directory;
    private final SessionService sessions;
    private final TwoStepService twoStep;
    private final PasskeyService passkeys;
    private final AccessService access;

    /** A person with the names of their groups, how many grants reach them, how they sign in, and where they come from. */
    record Row(Person person, String groups, long grants, boolean twoStep, boolean passkeys, String origin) {}

    PeopleTab(
            PeopleService people,
            GroupService groups,
            GrantService grants,
            EffectiveAccessService effective,
            Directory directory,
            SessionService sessions,
            TwoStepService twoStep,
            PasskeyService passkeys,
            AccessService access) {
        super("people", access);
        this.people = people;
        this.groups = groups;
        this.grants = grants;
        this.effective = effective;
        this.directory = directory;
        this.sessions = sessions;
        this.twoStep = twoStep;
        this.passkeys = passkeys;
        this.access = access;
        grid.name(text("people.name"), row -> row.person().name(), PeopleTab::below, this::explain)
                .always(
                        text("people.state"),
                        "120px",
                        LitRenderer.<Row>of("<span class=\"state ${item.tone}\">${item.state}</span>")
                                .withProperty("tone", row -> tone(row).className())
                                .withProperty("state", PeopleTab::state))
                .words(text("people.groups"), "180px", 2, Row::groups)
                .words(text("people.grants"), "110px", 1, row -> text("access.grants.count", row.grants()));
        if (!people.origins().isEmpty()) {
            grid.words(text("people.origin"), "150px", 1, Row::origin);
        }
        grid.menu(row -> row.person().name(), this::offered);
        if (managesAll()) {
            offer(text("people.add"), () -> new AddPersonDialog(people, grants, directory).open());
        }
    }

    @Override
    protected List<Row> load() {
        List<Group> all = groups.list();
        Map<Subject, Long> given =
                grants.list().stream().collect(Collectors.groupingBy(Grant::subject, Collectors.counting()));
        Set<UUID> inTwoSteps = twoStep.users();
        Set<UUID> byPasskey = passkeys.users();
        Map<UUID, String> origins = people.origins();
        return people.list().stream()
                .map(person -> {
                    List<Group> own = all.stream()
                            .filter(group -> group.members().contains(person.id()))
                            .toList();
                    long byGroups = own.stream()
                            .mapToLong(group -> given.getOrDefault(Subject.group(group.id()), 0L))
                            .sum();
                    return new Row(
                            person,
                            own.stream().map(Group::name).collect(Collectors.joining(", ")),
                            byGroups + given.getOrDefault(Subject.user(person.id()), 0L),
                            inTwoSteps.contains(person.id()),
                            byPasskey.contains(person.id()),
                            origins.getOrDefault(person.id(), ""));
                })
                .toList();
    }

    @Override
    protected String searchable(Row row) {
        return row.person().name() + " " + row.groups() + " " + row.origin();
    }

    private List<RowAction> offered(Row row) {
        List<RowAction> offered = new ArrayList<>();
        offered.add(new RowAction(text("people.explain"), false, () -> explain(row)));
        offered.add(new RowAction(
                text("people.give"),
                false,
                () -> new GiveDialog(
                                grants,
                                effective,
                                directory,
                                Set.of(Subject.user(row.person().id())))
                        .open()));
        if (managesAll()) {
            if (row.origin().isEmpty()) {
                offered.add(new RowAction(
                        text("people.password"), false, () -> new NewPasswordDialog(people, row.person()).open()));
            }
            offered.add(new RowAction(
                    text("people.sessions"), false, () -> new SessionsDialog(sessions, row.person()).open()));
            if (row.twoStep()) {
                offered.add(new RowAction(
                        text("people.two-step"), true, () -> new ResetTwoStepDialog(twoStep, row.person()).open()));
            }
            if (row.passkeys()) {
                offered.add(new RowAction(text("people.passkeys"), true, () -> removePasskeys(row.person())));
            }
            boolean enabled = row.person().enabled();
            offered.add(new RowAction(
                    text(enabled ? "people.disable" : "people.enable"),
                    enabled,
                    () -> setEnabled(row.person(), !enabled)));
        }
        return offered;
    }

    private void explain(Row row) {
        new PersonDialog(effective, directory.names(), row.person()).open();
    }

    private void removePasskeys(Person person) {
        new DeleteDialog(
                        text("people.passkeys.heading", person.name()),
                        text("people.passkeys.what", person.name()),
                        () -> passkeys.removeAll(person.id()))
                .open();
    }

    /** Can be undone, so nobody is asked twice. */
    private void setEnabled(Person person, boolean enabled) {
        try {
            people.setEnabled(person.id(), enabled);
            Notifications.done(text(enabled ? "people.enabled" : "people.disabled", person.name()));
        } catch (AccessRefusedException refused) {
            Notifications.failed(String.valueOf(refused.getMessage()));
        }
    }

    private boolean managesAll() {
        return access.allows(Permission.ACCESS_MANAGE, dev.bulkhead.access.Scope.INSTALLATION);
    }

    private static String below(Row row) {
        return row.groups().isEmpty() ? text("access.grants.count", row.grants()) : row.groups();
    }

    private static Tone tone(Row row) {
        return row.person().enabled() ? Tone.RUNNING : Tone.STOPPED;
    }

    private static String state(Row row) {
        return text(row.person().enabled() ? "people.state.enabled" : "people.state.disabled");
    }
}
