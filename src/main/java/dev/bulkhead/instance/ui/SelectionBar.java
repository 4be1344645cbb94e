package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.bulkhead.access.ui.ProjectMove;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.engine.Action;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.ui.CompareCharts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Floats above the list while rows are selected: how many, and for each action how many of them would take it. */
final class SelectionBar extends Div {

    private final ActionRequests requests;
    private final ProjectMove move;
    private final Span number = new Span();
    private final MenuBar actions = new MenuBar();
    private List<InventoryItem> selected = List.of();
    private Map<Action, Integer> shown = Map.of();
    private boolean moves;
    private boolean compares;

    SelectionBar(ActionRequests requests, ProjectMove move, Runnable clear) {
        this.requests = requests;
        this.move = move;
        addClassName("selection-bar");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", text("selection.label"));
        number.addClassName("number");
        number.getElement().setAttribute("role", "status");
        Button close = new Button(Icon.CLOSE.create(), click -> clear.run());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(text("selection.clear"));
        add(number, actions, close);
        setVisible(false);
    }

    void show(List<InventoryItem> items) {
        selected = items;
        setVisible(!items.isEmpty());
        number.setText(text("selection.number", items.size()));
        boolean mayMove =
                move.isAllowedForAny(items.stream().map(InventoryItem::id).toList());
        Map<Action, Integer> counts = count(items);
        boolean mayCompare = items.size() > 1 && items.size() <= CompareCharts.MOST;
        if (!counts.equals(shown) || mayMove != moves || mayCompare != compares) {
            shown = counts;
            moves = mayMove;
            compares = mayCompare;
            actions.removeAll();
            counts.forEach(this::add);
            if (mayCompare) {
                actions.addItem(text("compare.menu"), click -> CompareView.open(selected));
            }
            // Last: where room is short the last ones go into the menu behind the dots.
            if (mayMove) {
                actions.addItem(text("move.menu"), click -> move());
            }
        }
    }

    private void move() {
        move.ask(selected.stream()
                .collect(Collectors.toMap(
                        InventoryItem::id, item -> item.instance().name())));
    }

    private Map<Action, Integer> count(List<InventoryItem> items) {
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        items.forEach(item -> requests.offered(item).forEach(action -> counts.merge(action, 1, Integer::sum)));
        return counts;
    }

    private void add(Action action, int count) {
        MenuItem item = actions.addItem(
                action.isIrreversible() ? text("delete.menu") : text("selection.action", Words.action(action), count),
                click -> requests.request(selected, action));
        if (action.isIrreversible()) {
            item.addClassNames("danger");
        }
    }
}
