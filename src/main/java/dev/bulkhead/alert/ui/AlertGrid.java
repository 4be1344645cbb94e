package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.Figures;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.WindowWidth;
import java.util.List;

/** Alerts with the numbers that made them. On a phone the numbers stand below the name. */
final class AlertGrid extends Grid<Alert> {

    private static final int NARROW = 700;

    /** @param past whether it shows what is over, too */
    AlertGrid(boolean past) {
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumn(LitRenderer.<Alert>of(
                                "<div class=\"name-cell\"><div class=\"words\"><span class=\"name\">${item.rule}</span>"
                                        + "<span class=\"below\">${item.below}</span></div></div>")
                        .withProperty("rule", alert -> cut(alert.ruleName(), 100))
                        .withProperty("below", AlertWords::measured))
                .setHeader(text("alerts.column.alert"))
                .setWidth("150px")
                .setFlexGrow(2);
        addColumn(LitRenderer.<Alert>of("<a href=\"${item.path}\" router-link title=\"${item.name}\">${item.name}</a>")
                        .withProperty("name", alert -> cut(alert.subject().name(), 100))
                        .withProperty("path", AlertWords::path))
                .setHeader(text("alerts.column.subject"))
                .setWidth("110px")
                .setFlexGrow(1);
        Column<Alert> measured = addColumn(LitRenderer.<Alert>of("<span title=\"${item.words}\">${item.words}</span>")
                        .withProperty("words", AlertWords::measured))
                .setHeader(text("alerts.column.measured"))
                .setWidth("220px")
                .setFlexGrow(3);
        addColumn(LitRenderer.<Alert>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", alert -> alert.firedAt().toString()))
                .setHeader(text("alerts.column.since"))
                .setWidth("130px")
                .setFlexGrow(0);
        Column<Alert> lasted = addColumn(LitRenderer.<Alert>of("<span class=\"muted\">${item.lasted}</span>")
                        .withProperty("lasted", alert -> Figures.of(alert.lasted())))
                .setHeader(text("alerts.column.lasted"))
                .setWidth("110px")
                .setFlexGrow(0);
        if (past) {
            addEnd();
        }
        WindowWidth.follow(this, pixels -> {
            measured.setVisible(pixels >= NARROW);
            lasted.setVisible(pixels >= NARROW && !past);
            getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    private void addEnd() {
        addColumn(LitRenderer.<Alert>of("<span class=\"state ${item.tone}\">${item.state}</span>")
                        .withProperty("tone", alert -> (alert.isFiring() ? Tone.TROUBLE : Tone.STOPPED).className())
                        .withProperty("state", alert -> text(alert.isFiring() ? "alerts.firing.one" : "alerts.over")))
                .setHeader(text("alerts.column.state"))
                .setWidth("100px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<Alert>of("<span class=\"muted\" title=\"${item.end}\">${item.end}</span>")
                        .withProperty("end", AlertWords::end))
                .setHeader(text("alerts.column.end"))
                .setWidth("120px")
                .setFlexGrow(1);
    }

    void show(List<Alert> alerts) {
        getStyle().set("--rows", String.valueOf(alerts.size()));
        setItems(alerts);
    }
}
