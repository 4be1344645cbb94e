package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.console.ui.Thumbnails;
import dev.bulkhead.engine.Action;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.InventoryItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the instance is, how it is, and what can be done to it now. */
final class InstanceHeader extends Div {

    private final Rows rows;
    private final ActionRequests requests;
    private final Div mark = new Div();
    private final Span name = new Span();
    private final Div what = new Div();
    private final Span state = new Span();
    private final MenuBar actions = new MenuBar();
    private final @Nullable Thumbnails screen;
    private Set<Action> offered = Set.of();

    /** @param screen where the screen is shown small; null for a reader who may not watch it */
    InstanceHeader(Rows rows, ActionRequests requests, @Nullable Thumbnails screen) {
        this.screen = screen;
        this.rows = rows;
        this.requests = requests;
        addClassName("instance-header");
        mark.addClassName("mark");
        name.addClassName("name");
        what.addClassNames("what", "muted");
        Div title = new Div(name, what);
        title.addClassName("title");
        actions.addClassName("actions");
        if (screen != null) {
            add(screen);
        }
        add(mark, title, state, actions);
    }

    void show(InventoryItem item) {
        Instance instance = item.instance();
        mark.removeAll();
        mark.add(Words.icon(instance.kind()).create());
        name.setText(cut(instance.name(), 200));
        showWhat(item);
        state.setText(rows.state(item));
        state.setTitle(rows.why(item));
        state.getElement().setAttribute("role", "status");
        state.setClassName("state " + rows.tone(item));
        showActions(item);
        showScreen(item);
    }

    private void showScreen(InventoryItem item) {
        if (screen != null) {
            boolean shown = LiveScreen.isOf(item);
            screen.show(shown ? List.of(LiveScreen.of(item, rows)) : List.of());
            screen.setVisible(shown);
        }
    }

    private void showWhat(InventoryItem item) {
        Instance instance = item.instance();
        what.removeAll();
        what.add(Stream.of(
                        text("instance.kind-on", Words.kind(instance.kind()), rows.host(item)),
                        rows.project(item),
                        instance.cpus() == null ? "" : Words.cpus(instance.cpus()),
                        instance.memory() == null ? "" : Units.bytes(instance.memory()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
        if (instance.started() != null) {
            what.add(new Span(" · " + text("instance.up") + " "), RelativeTime.since(instance.started()));
        }
    }

    private void showActions(InventoryItem item) {
        Set<Action> now = requests.offered(item);
        if (now.equals(offered) && !now.isEmpty()) {
            // The buttons ask for the instance by its id when they are pressed, so they need not be made anew.
            return;
        }
        offered = now.isEmpty() ? Set.of() : EnumSet.copyOf(now);
        actions.removeAll();
        for (Action action : Action.values()) {
            if (offered.contains(action)) {
                MenuItem button = actions.addItem(
                        action.isIrreversible() ? text("delete.menu") : Words.action(action),
                        click -> requests.requestById(item.id(), action));
                if (action.isIrreversible()) {
                    button.addClassNames("danger");
                }
            }
        }
    }
}
