package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.Location;
import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import java.util.List;

/** How many alerts fire now that the reader may see, and the way to the newest of them. */
final class Bell extends MenuBar {

    private static final int SHOWN = 8;
    private static final int MOST_COUNTED = 99;

    private final AlertService alerts;
    private final Span count = new Span();
    private final MenuItem bell;

    Bell(AlertService alerts) {
        this.alerts = alerts;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_ICON);
        addClassName("bell");
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        bell = addItem(new Div(Icon.BELL.create(), count));
        refresh();
        LiveBinding.bind(this, alerts::onChange, this::refresh);
    }

    private void refresh() {
        List<Alert> firing = alerts.firing();
        count.setText(firing.size() > MOST_COUNTED ? MOST_COUNTED + "+" : String.valueOf(firing.size()));
        count.setVisible(!firing.isEmpty());
        bell.setAriaLabel(text(firing.isEmpty() ? "alerts.bell.none" : "alerts.bell", firing.size()));
        bell.getSubMenu().removeAll();
        firing.stream().limit(SHOWN).forEach(this::offer);
        if (firing.isEmpty()) {
            bell.getSubMenu().addItem(text("alerts.none")).setEnabled(false);
        }
        bell.getSubMenu().addItem(text("alerts.all"), click -> go(AlertsView.PATH));
    }

    private void offer(Alert alert) {
        bell.getSubMenu().addItem(AlertWords.title(alert), click -> go(AlertWords.path(alert)));
    }

    private static void go(String path) {
        Location location = new Location(path);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }
}
