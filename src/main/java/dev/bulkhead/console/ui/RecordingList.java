package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.console.Recording;
import dev.bulkhead.console.RecordingService;
import java.util.List;

/** What was recorded of consoles: leads to the player, gives the file, deletes. */
final class RecordingList extends Div {

    private final RecordingService recordings;
    private final RecordingGrid grid;
    private final EmptyState nothing =
            new EmptyState(Icon.CONSOLE, text("recordings.none"), text("recordings.none.why"));

    RecordingList(RecordingService recordings) {
        this.recordings = recordings;
        this.grid = new RecordingGrid(recordings::mayDelete, this::ask);
        addClassName("list");
        add(grid, nothing);
        LiveBinding.bind(this, recordings::onChange, this::refresh);
    }

    private void refresh() {
        List<Recording> now = recordings.list();
        grid.show(now);
        grid.setVisible(!now.isEmpty());
        nothing.setVisible(now.isEmpty());
    }

    private void ask(Recording recording) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(text("recordings.delete.of", cut(recording.instanceName(), 80)));
        dialog.setText(text("recordings.delete.why"));
        dialog.setCancelable(true);
        dialog.setCancelText(text("recordings.delete.cancel"));
        dialog.setConfirmText(text("recordings.delete"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> {
            if (!recordings.delete(recording.id())) {
                Notifications.failed(text("recordings.gone"));
            }
        });
        dialog.open();
    }
}
