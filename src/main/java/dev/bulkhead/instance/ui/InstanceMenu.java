package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.ui.ProjectMove;
import dev.bulkhead.engine.Action;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The menu of a row: what can be done to it now, by the state at the moment it opens. */
final class InstanceMenu extends GridContextMenu<InventoryItem> {

    private final InstanceService instances;
    private final ActionRequests requests;
    private final ProjectMove move;

    InstanceMenu(Grid<InventoryItem> grid, InstanceService instances, ActionRequests requests, ProjectMove move) {
        super(grid);
        this.instances = instances;
        this.requests = requests;
        this.move = move;
        setDynamicContentHandler(item -> item != null && fill(item));
    }

    private boolean fill(InventoryItem row) {
        removeAll();
        InventoryItem item = instances.find(row.id()).orElse(null);
        if (item == null) {
            return false;
        }
        addItem(text("open"), click -> InstancesView.open(item.id()));
        if (move.isAllowed(item.id())) {
            addItem(
                    text("move.menu"),
                    click -> move.ask(Map.of(item.id(), item.instance().name())));
        }
        Set<Action> offered = requests.offered(item);
        if (!offered.isEmpty()) {
            addSeparator();
        }
        for (Action action : Action.values()) {
            if (offered.contains(action)) {
                offer(item, action);
            }
        }
        return true;
    }

    private void offer(InventoryItem item, Action action) {
        Span words = new Span(action.isIrreversible() ? text("delete.menu") : Words.action(action));
        if (action.isIrreversible()) {
            words.addClassName("danger");
        }
        addItem(words, click -> requests.request(List.of(item), action));
    }
}
