package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.console.Recording;
import dev.bulkhead.console.RecordingService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was recorded of consoles: leads to the player, gives the file, deletes. */
final class RecordingList extends Div {

    private static final String ACTIONS =
            "<a class=\"small-link\" href=\"${item.file}\" download router-ignore>${item.save}</a>"
                    + " <vaadin-button theme=\"small\" ?hidden=\"${!item.deletable}\" @click=\"${remove}\""
                    + " aria-label=\"${item.removeWhat}\">${item.removeWord}</vaadin-button>";

    private final RecordingService recordings;
    private final Grid<Recording> grid = new Grid<>();
    private final EmptyState nothing =
            new EmptyState(Icon.CONSOLE, text("recordings.none"), text("recordings.none.why"));

    RecordingList(RecordingService recordings) {
        this.recordings = recordings;
        addClassName("list");
        grid.addClassName("hugging");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        addWhat();
        addHowMuch();
        add(grid, nothing);
        LiveBinding.bind(this, recordings::onChange, this::refresh);
    }

    private void refresh() {
        List<Recording> now = recordings.list();
        grid.setItems(now);
        grid.setVisible(!now.isEmpty());
        nothing.setVisible(now.isEmpty());
    }

    private void addWhat() {
        grid.addColumn(LitRenderer.<Recording>of(
                                "<a class=\"task-name\" href=\"recordings/${item.id}\" router-link>${item.name}</a>")
                        .withProperty("id", recording -> recording.id().toString())
                        .withProperty("name", recording -> cut(recording.instanceName(), 120)))
                .setHeader(text("consoles.column.instance"))
                .setWidth("200px")
                .setFlexGrow(2);
        grid.addColumn(recording ->
                        text("console.kind." + recording.kind().name().toLowerCase(Locale.ROOT)))
                .setHeader(text("consoles.column.kind"))
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<Recording>of("<span>${item.by}</span> <span class=\"muted\">${item.with}</span>")
                        .withProperty("by", Recording::startedBy)
                        .withProperty("with", RecordingList::others))
                .setHeader(text("consoles.column.who"))
                .setWidth("180px")
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<Recording>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", recording -> recording.startedAt().toString()))
                .setHeader(text("recordings.column.when"))
                .setWidth("140px")
                .setFlexGrow(0);
    }

    private void addHowMuch() {
        grid.addColumn(recording -> recording.endedAt() == null
                        ? text("recordings.goes-on")
                        : clock(recording.length(Instant.now())))
                .setHeader(text("recordings.column.length"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(recording -> Units.bytes(new ByteSize(recording.bytes())))
                .setHeader(text("recordings.column.size"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Recording>of(ACTIONS)
                        .withProperty("file", RecordingList::file)
                        .withProperty("save", recording -> text("recordings.save"))
                        .withProperty("deletable", recordings::mayDelete)
                        .withProperty("removeWord", recording -> text("recordings.delete"))
                        .withProperty(
                                "removeWhat",
                                recording -> text("recordings.delete.of", cut(recording.instanceName(), 80)))
                        .withFunction("remove", this::ask))
                .setHeader(text("column.actions"))
                .setWidth("190px")
                .setFlexGrow(0);
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

    private static String others(Recording recording) {
        return recording.watchers().isEmpty() || recording.watchers().equals(recording.startedBy())
                ? ""
                : text("recordings.watched", cut(recording.watchers(), 120));
    }

    /** Where the bytes are, relative to the page's base. */
    static String file(Recording recording) {
        return "api/v1/recordings/" + recording.id() + "/content";
    }

    static String clock(Duration length) {
        String seconds = "%02d:%02d".formatted(length.toMinutesPart(), length.toSecondsPart());
        return length.toHours() == 0 ? seconds : length.toHours() + ":" + seconds;
    }
}
