package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Scope;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may do what: persons, groups, projects, grants, roles. Which of the lists is open, and what it is searched for, stands in the address. */
@Route(AccessView.PATH)
@PermitAll
class AccessView extends Main implements BeforeEnterObserver, PageHeading {

    static final String PATH = "access";

    private static final String TAB = "tab";
    private static final String SEARCH = "q";
    private static final String FIRST = "people";

    private final AccessService access;
    private final PageTabs tabs = new PageTabs();
    private final Div body = new Div();
    private final Map<String, AccessTab<?>> lists = new LinkedHashMap<>();
    private final Map<String, Tab> labels = new LinkedHashMap<>();

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
        addTab(FIRST, people);
        addTab("groups", groups);
        addTab("projects", projects);
        addTab("grants", grants);
        addTab("roles", roles);
        if (access.allows(Permission.ACCESS_MANAGE, Scope.INSTALLATION)) {
            addTab("tokens", tokens);
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                AddressBar.push(PATH, parameters(chosen(), ""));
                show(chosen(), "");
            }
        });
        body.addClassName("tab-body");
        add(tabs, body);
    }

    private void addTab(String key, AccessTab<?> list) {
        Tab tab = new Tab(text("access." + key));
        labels.put(key, tab);
        lists.put(key, list);
        tabs.add(tab);
        list.onSearch(typed -> AddressBar.replace(PATH, parameters(key, typed)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.allows(Permission.ACCESS_MANAGE)) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        QueryParameters asked = event.getLocation().getQueryParameters();
        String key = asked.getSingleParameter(TAB).filter(lists::containsKey).orElse(FIRST);
        tabs.setSelectedTab(labels.get(key));
        show(key, asked.getSingleParameter(SEARCH).orElse(""));
    }

    @Override
    public String heading() {
        return text("access");
    }

    private String chosen() {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tabs.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FIRST);
    }

    private void show(String key, String search) {
        AccessTab<?> list = lists.get(key);
        if (list != null) {
            list.search(search);
            body.removeAll();
            body.add(list);
        }
    }

    /** Of the address of a list; the first needs none. */
    private static QueryParameters parameters(String key, String search) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(TAB, key.equals(FIRST) ? "" : key);
        parameters.put(SEARCH, search);
        parameters.values().removeIf(String::isEmpty);
        return QueryParameters.simple(parameters);
    }
}
