package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.ui.EngineTrouble;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.operation.OperationService;
import jakarta.annotation.security.PermitAll;

/**
 * All instances of all engines in one table. The address is the one place where filter and order are kept: what the reader asks for
 * changes the address, and the address changes the page, so that Back, bookmarks and shared links work by themselves.
 */
@Route("instances")
@PermitAll
class InstancesView extends Main implements AfterNavigationObserver, PageHeading {

    private static final String PATH = "instances";

    private final FilterBar filters;
    private final InstanceGrid grid;
    private final SelectionBar selection;
    private final NothingListed nothing;
    private InstanceQuery query = InstanceQuery.ALL;

    InstancesView(
            InstanceService instances,
            HostService hosts,
            OperationService operations,
            Rows rows,
            ActionRequests requests) {
        addClassName("instances-page");
        filters = new FilterBar(instances, hosts, this::ask);
        grid = new InstanceGrid(
                instances, operations, rows, (sort, descending) -> ask(Filters.sorted(query, sort, descending), false));
        selection = new SelectionBar(requests, grid::deselectAll);
        nothing = new NothingListed(hosts, () -> ask(InstanceQuery.ALL, false));
        filters.addTool(new ColumnChooser(grid.columns()));
        new InstanceMenu(grid, instances, requests);
        openOnEnter();
        grid.onContent(this::contentChanged);
        Div list = new Div(grid, nothing);
        list.addClassName("list");
        add(filters, new EngineTrouble(hosts), list, selection);
    }

    @Override
    public String heading() {
        return text("instances");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(AddressFilter.read(event.getLocation().getQueryParameters()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        var resized = ui.getPage()
                .addBrowserWindowResizeListener(event -> grid.columns().fit(event.getWidth()));
        addDetachListener(detached -> {
            detached.unregisterListener();
            resized.remove();
        });
        ui.getPage().retrieveExtendedClientDetails(details -> grid.columns().fit(details.getWindowInnerWidth()));
    }

    private void show(InstanceQuery wanted) {
        query = wanted;
        filters.show(wanted);
        grid.show(wanted);
        contentChanged();
    }

    private void ask(InstanceQuery wanted, boolean typing) {
        QueryParameters parameters = AddressFilter.write(wanted);
        if (typing) {
            // One search is one step of the history, not one for each letter.
            AddressBar.replace(PATH, parameters);
        } else {
            AddressBar.push(PATH, parameters);
        }
        show(wanted);
    }

    private void contentChanged() {
        filters.showCount(grid.size());
        selection.show(grid.selected());
        boolean empty = grid.size() == 0;
        grid.setVisible(!empty);
        nothing.setVisible(empty);
        if (empty) {
            nothing.show(Filters.isFiltered(query));
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
