package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.ui.AddressTabs;
import dev.bulkhead.common.ui.PageHeading;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** Who may do what: persons, groups, projects, grants, roles. Which of the lists is open, and what it is searched for, stands in the address. */
@Route(AccessView.PATH)
@PermitAll
class AccessView extends Main implements BeforeEnterObserver, PageHeading {

    static final String PATH = "access";

    private static final String SEARCH = "q";

    private final AccessService access;
    private final AddressTabs tabs = new AddressTabs(PATH);

    AccessView(
            PeopleTab people,
            GroupsTab groups,
            ProjectsTab projects,
            GrantsTab grants,
            RolesTab roles,
            TokensTab tokens,
            AccessService access) {
        this.access = access;
        addClassName("access-page");
        offer("people", people);
        offer("groups", groups);
        offer("projects", projects);
        offer("grants", grants);
        offer("roles", roles);
        if (access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION)) {
            offer("tokens", tokens);
        }
        add(tabs, tabs.body());
    }

    private void offer(String key, AccessTab<?> list) {
        tabs.offer(key, "access." + key, asked -> {
            list.search(asked.getSingleParameter(SEARCH).orElse(""));
            return list;
        });
        list.onSearch(typed -> tabs.replace(key, Map.of(SEARCH, typed)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.allows(Permission.ACCESS_MANAGE)) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        tabs.open(event.getLocation().getQueryParameters());
    }

    @Override
    public String heading() {
        return text("access");
    }
}
