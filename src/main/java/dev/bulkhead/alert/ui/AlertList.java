package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import java.util.List;

/** What fires now, or what fired: one list of the page, which keeps itself true. */
final class AlertList extends Div {

    private static final int MOST_OF_THE_PAST = 1000;

    private final AlertService alerts;
    private final boolean past;
    private final AlertGrid grid;
    private final EmptyState nothing;

    AlertList(AlertService alerts, boolean past) {
        this.alerts = alerts;
        this.past = past;
        addClassName("list");
        grid = new AlertGrid(past);
        nothing = new EmptyState(
                Icon.BELL,
                text(past ? "alerts.history.none" : "alerts.none"),
                text(past ? "alerts.history.none.why" : "alerts.none.why"));
        add(grid, nothing);
        LiveBinding.bind(this, alerts::onChange, this::refresh);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        refresh();
    }

    private void refresh() {
        List<Alert> found = past ? alerts.history(MOST_OF_THE_PAST) : alerts.firing();
        grid.show(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
    }
}
