package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Group;
import dev.bulkhead.access.GroupService;
import dev.bulkhead.access.PeopleService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Subject;
import dev.bulkhead.common.ui.NamedGrid.RowAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Persons who are given rights together. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class GroupsTab extends AccessTab<GroupsTab.Row> {

    private final GroupService groups;
    private final PeopleService people;
    private final GrantService grants;
    private final boolean mayChange;

    /** A group with the names of its members, and how many grants were given to it. */
    record Row(Group group, String members, long grants) {}

    GroupsTab(GroupService groups, PeopleService people, GrantService grants, AccessService access) {
        super("groups", access);
        this.groups = groups;
        this.people = people;
        this.grants = grants;
        mayChange = access.allows(Permission.ACCESS_MANAGE, dev.bulkhead.access.Scope.INSTALLATION);
        grid.name(text("groups.name"), row -> row.group().name(), Row::members, mayChange ? this::members : null)
                .words(text("groups.members"), "220px", 3, Row::members)
                .words(text("people.grants"), "110px", 1, row -> text("access.grants.count", row.grants()))
                .menu(row -> row.group().name(), this::offered);
        if (mayChange) {
            offer(text("groups.add"), () -> new GroupDialog(groups, people, null).open());
        }
    }

    @Override
    protected List<Row> load() {
        Map<UUID, String> names = people.list().stream().collect(Collectors.toMap(Person::id, Person::name));
        Map<Subject, Long> given =
                grants.list().stream().collect(Collectors.groupingBy(Grant::subject, Collectors.counting()));
        return groups.list().stream()
                .map(group -> new Row(
                        group,
                        group.members().stream()
                                .map(member -> names.getOrDefault(member, ""))
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        given.getOrDefault(Subject.group(group.id()), 0L)))
                .toList();
    }

    @Override
    protected String searchable(Row row) {
        return row.group().name() + " " + row.members();
    }

    private List<RowAction> offered(Row row) {
        return mayChange
                ? List.of(
                        new RowAction(text("groups.change"), false, () -> members(row)),
                        new RowAction(text("delete.menu"), true, () -> delete(row)))
                : List.of();
    }

    private void members(Row row) {
        new GroupDialog(groups, people, row.group()).open();
    }

    private void delete(Row row) {
        new DeleteDialog(
                        text("groups.delete.heading", row.group().name()),
                        text("groups.delete.why", row.grants()),
                        () -> groups.delete(row.group().id()))
                .open();
    }
}
