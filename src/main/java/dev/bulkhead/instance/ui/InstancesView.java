package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ui.ProjectMove;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.WindowWidth;
import dev.bulkhead.console.ThumbnailService;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.ui.EngineTrouble;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.operation.OperationService;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * All instances of all engines in one table, or the screens of those that run. The address is the one place where filter and order are
 * kept: what the reader asks for changes the address, and the address changes the page, so that Back, bookmarks and shared links work by
 * themselves.
 */
@Route("instances")
@PermitAll
class InstancesView extends Main implements AfterNavigationObserver, PageHeading {

    private static final String PATH = "instances";

    private final FilterBar filters;
    private final InstanceGrid grid;
    private final ColumnChooser columns;
    private final SelectionBar selection;
    private final NothingListed nothing;
    private final Div list;
    private final ScreenWall wall;
    private final WallSwitch wallSwitch = new WallSwitch(this::toggleWall);
    private final boolean mayWatch;
    private InstanceQuery query = InstanceQuery.ALL;
    private boolean asWall;

    InstancesView(
            InstanceService instances,
            HostService hosts,
            OperationService operations,
            UsageService usage,
            Rows rows,
            RecentUse recent,
            ActionRequests requests,
            ThumbnailService thumbnails,
            ProjectMove move,
            AccessService access) {
        addClassName("instances-page");
        filters = new FilterBar(instances, hosts, this::ask);
        grid = new InstanceGrid(
                instances,
                operations,
                usage,
                rows,
                recent,
                (sort, descending) -> ask(Filters.sorted(query, sort, descending), false));
        columns = new ColumnChooser(grid.columns());
        selection = new SelectionBar(requests, move, grid::deselectAll);
        nothing = new NothingListed(hosts, () -> ask(InstanceQuery.ALL, false));
        mayWatch = access.allows(Permission.CONSOLE_VIEW);
        wall = new ScreenWall(instances, operations, rows, thumbnails);
        wallSwitch.setVisible(mayWatch);
        filters.addTool(wallSwitch);
        filters.addTool(columns);
        new InstanceMenu(grid, instances, requests, move);
        openOnEnter();
        grid.onContent(this::contentChanged);
        WindowWidth.follow(this, grid.columns()::fit);
        list = new Div(grid, nothing);
        list.addClassName("list");
        add(filters, new EngineTrouble(hosts), list, selection);
    }

    @Override
    public String heading() {
        return text("instances");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        show(AddressFilter.read(address), mayWatch && AddressFilter.isWall(address));
    }

    private void show(InstanceQuery wanted, boolean screens) {
        query = wanted;
        asWall = screens;
        filters.show(wanted);
        wallSwitch.show(screens);
        columns.setVisible(!screens);
        grid.show(wanted);
        contentChanged();
    }

    private void toggleWall() {
        AddressBar.push(PATH, AddressFilter.write(query, !asWall));
        show(query, !asWall);
    }

    private void ask(InstanceQuery wanted, boolean typing) {
        QueryParameters parameters = AddressFilter.write(wanted, asWall);
        if (typing) {
            // One search is one step of the history, not one for each letter.
            AddressBar.replace(PATH, parameters);
        } else {
            AddressBar.push(PATH, parameters);
        }
        show(wanted, asWall);
    }

    private void contentChanged() {
        filters.showCount(grid.size());
        selection.show(asWall ? List.of() : grid.selected());
        boolean empty = grid.size() == 0;
        grid.setVisible(!empty && !asWall);
        showWall(!empty && asWall);
        nothing.setVisible(empty);
        if (empty) {
            nothing.show(Filters.isFiltered(query));
        }
    }

    /** It looks at screens for as long as it is on the page. */
    private void showWall(boolean shown) {
        if (!shown) {
            list.remove(wall);
            return;
        }
        wall.show(query);
        if (wall.getParent().isEmpty()) {
            list.add(wall);
        }
    }

    private void openOnEnter() {
        // Within a cell, Enter belongs to what has the focus there.
        grid.getElement()
                .addEventListener("keydown", event -> {
                    InventoryItem item = grid.getDataCommunicator()
                            .getKeyMapper()
                            .get(event.getEventData().path(ROW_KEY).asString(""));
                    if (item != null) {
                        open(item.id());
                    }
                })
                .setFilter("event.key === 'Enter' && event.target === element")
                .addEventData(ROW_KEY);
    }

    private static final String ROW_KEY = "element.getEventContext(event).item?.key ?? ''";

    static void open(InstanceId id) {
        UI.getCurrent().navigate(PATH + "/" + id);
    }
}
