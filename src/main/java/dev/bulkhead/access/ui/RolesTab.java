package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Grant;
import dev.bulkhead.access.GrantService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Role;
import dev.bulkhead.common.ui.NamedGrid.RowAction;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What can be given: the roles that came with Bulkhead and those made here. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class RolesTab extends AccessTab<RolesTab.Row> {

    private final GrantService grants;
    private final boolean mayChange;

    /** A role with how many grants give it. */
    record Row(Role role, long used) {}

    RolesTab(GrantService grants, AccessService access) {
        super("roles", access);
        this.grants = grants;
        mayChange = access.allows(Permission.ACCESS_MANAGE, dev.bulkhead.access.Scope.INSTALLATION);
        grid.name(text("roles.name"), row -> AccessWords.role(row.role().name()), RolesTab::allows, null)
                .words(text("roles.allows"), "260px", 5, RolesTab::allows)
                .words(text("roles.used"), "110px", 1, row -> text("access.grants.count", row.used()))
                .menu(row -> AccessWords.role(row.role().name()), this::offered);
        if (mayChange) {
            offer(text("roles.add"), () -> new RoleDialog(grants).open());
        }
    }

    @Override
    protected List<Row> load() {
        Map<String, Long> used =
                grants.list().stream().collect(Collectors.groupingBy(Grant::role, Collectors.counting()));
        return grants.roles().stream()
                .map(role -> new Row(role, used.getOrDefault(role.name(), 0L)))
                .toList();
    }

    @Override
    protected String searchable(Row row) {
        return AccessWords.role(row.role().name()) + " " + allows(row);
    }

    private List<RowAction> offered(Row row) {
        return mayChange && !row.role().builtIn()
                ? List.of(new RowAction(text("delete.menu"), true, () -> delete(row.role())))
                : List.of();
    }

    private void delete(Role role) {
        new DeleteDialog(
                        text("roles.delete.heading", role.name()),
                        text("roles.delete.why"),
                        () -> grants.deleteRole(role.name()))
                .open();
    }

    private static String allows(Row row) {
        return AccessWords.permissions(row.role().permissions());
    }
}
