package dev.bulkhead.console.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.common.ui.WindowWidth;
import dev.bulkhead.console.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Recordings: of what, by whom, since when, how much. On a phone what has no column stands below the instance's name. */
final class RecordingGrid extends Grid<Recording> {

    private static final int NARROW = 700;
    private static final int MEDIUM = 1200;

    private static final String NAME =
            "<div class=\"name-cell\"><div class=\"words\"><a href=\"recordings/${item.id}\" router-link>${item.name}</a>"
                    + "<span class=\"below\">${item.below}</span></div></div>";

    private static final String ACTIONS =
            "<div class=\"row-actions\"><a href=\"${item.file}\" download router-ignore>${item.save}</a>"
                    + "<vaadin-button theme=\"small\" ?hidden=\"${!item.deletable}\" @click=\"${remove}\""
                    + " aria-label=\"${item.removeWhat}\">${item.removeWord}</vaadin-button></div>";

    /**
     * @param deletable whether the reader may delete it
     * @param delete called for one that the reader wants to delete
     */
    RecordingGrid(Predicate<Recording> deletable, Consumer<Recording> delete) {
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumn(LitRenderer.<Recording>of(NAME)
                        .withProperty("id", recording -> recording.id().toString())
                        .withProperty("name", recording -> cut(recording.instanceName(), 120))
                        .withProperty("below", RecordingGrid::summary))
                .setHeader(text("consoles.column.instance"))
                .setWidth("140px")
                .setFlexGrow(2);
        Column<Recording> kind = addColumn(RecordingGrid::kind)
                .setHeader(text("consoles.column.kind"))
                .setWidth("110px")
                .setFlexGrow(1);
        Column<Recording> who = addColumn(RecordingGrid::who)
                .setHeader(text("consoles.column.who"))
                .setWidth("130px")
                .setFlexGrow(2);
        Column<Recording> begun = addColumn(LitRenderer.<Recording>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", recording -> recording.startedAt().toString()))
                .setHeader(text("recordings.column.when"))
                .setWidth("120px")
                .setFlexGrow(0);
        Column<Recording> length = addColumn(RecordingGrid::length)
                .setHeader(text("recordings.column.length"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        Column<Recording> size = addColumn(recording -> Units.bytes(new ByteSize(recording.bytes())))
                .setHeader(text("recordings.column.size"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        addActions(deletable, delete);
        WindowWidth.follow(this, pixels -> {
            Stream.of(kind, who, begun, length).forEach(column -> column.setVisible(pixels >= NARROW));
            size.setVisible(pixels >= MEDIUM);
            getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    private void addActions(Predicate<Recording> deletable, Consumer<Recording> delete) {
        addColumn(LitRenderer.<Recording>of(ACTIONS)
                        .withProperty("file", RecordingGrid::file)
                        .withProperty("save", recording -> text("recordings.save"))
                        .withProperty("deletable", deletable::test)
                        .withProperty("removeWord", recording -> text("recordings.delete"))
                        .withProperty(
                                "removeWhat",
                                recording -> text("recordings.delete.of", cut(recording.instanceName(), 80)))
                        .withFunction("remove", delete::accept))
                .setHeader(text("column.actions"))
                .setWidth("180px")
                .setFlexGrow(0);
    }

    void show(List<Recording> recordings) {
        setItems(recordings);
        getStyle().set("--rows", String.valueOf(recordings.size()));
    }

    private static String summary(Recording recording) {
        return String.join(" · ", kind(recording), who(recording), length(recording));
    }

    private static String kind(Recording recording) {
        return text("console.kind." + recording.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String who(Recording recording) {
        String by = cut(recording.startedBy(), 40);
        boolean alone = recording.watchers().isEmpty() || recording.watchers().equals(recording.startedBy());
        return alone ? by : by + " " + text("recordings.watched", cut(recording.watchers(), 120));
    }

    private static String length(Recording recording) {
        return recording.endedAt() == null ? text("recordings.goes-on") : clock(recording.length(Instant.now()));
    }

    /** Where the bytes are, relative to the page's base. */
    static String file(Recording recording) {
        return "api/v1/recordings/" + recording.id() + "/content";
    }

    private static String clock(Duration length) {
        String seconds = "%02d:%02d".formatted(length.toMinutesPart(), length.toSecondsPart());
        return length.toHours() == 0 ? seconds : length.toHours() + ":" + seconds;
    }
}
