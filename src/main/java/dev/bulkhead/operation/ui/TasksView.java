package dev.bulkhead.operation.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was asked for: waiting, under way, ended, with its outcome. Which of them is shown stands in the address. */
@Route("tasks")
@PermitAll
class TasksView extends Main implements AfterNavigationObserver, PageHeading {

    private static final Map<String, Set<OperationState>> FILTERS = new LinkedHashMap<>();

    static {
        FILTERS.put("", Set.of());
        FILTERS.put("active", EnumSet.of(OperationState.QUEUED, OperationState.RUNNING));
        FILTERS.put("failed", EnumSet.of(OperationState.FAILED, OperationState.INTERRUPTED));
        FILTERS.put("ended", EnumSet.of(OperationState.SUCCEEDED, OperationState.CANCELLED));
    }

    private final PageTabs filter = new PageTabs();
    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final TaskGrid grid;
    private final EmptyState nothing = new EmptyState(Icon.TASKS, text("tasks.none"), text("tasks.none.why"));

    TasksView(OperationService operations, AccessService access) {
        addClassName("tasks-page");
        FILTERS.keySet().forEach(key -> {
            Tab tab = new Tab(text("tasks.filter." + (key.isEmpty() ? "all" : key)));
            tabs.put(key, tab);
            filter.add(tab);
        });
        filter.addThemeVariants(TabsVariant.LUMO_SMALL);
        filter.getElement().setAttribute("aria-label", text("tasks.filter"));
        filter.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                ask();
            }
        });
        grid = new TaskGrid(operations, access.allows(Permission.OPERATION_CANCEL), this::contentChanged);
        Div list = new Div(grid, nothing);
        list.addClassName("list");
        add(filter, list);
    }

    @Override
    public String heading() {
        return text("tasks");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .filter(FILTERS::containsKey)
                .orElse("");
        filter.setSelectedTab(tabs.get(wanted));
        grid.show(FILTERS.getOrDefault(wanted, Set.of()));
    }

    private void ask() {
        tabs.forEach((key, tab) -> {
            if (tab.equals(filter.getSelectedTab())) {
                AddressBar.push("tasks", key.isEmpty() ? QueryParameters.empty() : QueryParameters.of("show", key));
                grid.show(FILTERS.getOrDefault(key, Set.of()));
            }
        });
    }

    private void contentChanged(boolean empty) {
        grid.setVisible(!empty);
        nothing.setVisible(empty);
    }
}
