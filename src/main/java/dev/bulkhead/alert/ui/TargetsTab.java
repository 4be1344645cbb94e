package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.alert.send.MutedHours;
import dev.bulkhead.alert.send.TargetService;
import dev.bulkhead.alert.send.TargetStatus;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Notifications;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.WindowWidth;
import java.util.List;

/** Who is told outside of Bulkhead, and how that goes. */
final class TargetsTab extends Div {

    private static final int NARROW = 700;
    private static final String WIDE_ACTIONS = "220px";

    private final TargetService targets;
    private final Grid<TargetStatus> grid = new Grid<>();
    private final EmptyState nothing =
            new EmptyState(Icon.BELL, text("alerts.targets.none"), text("alerts.targets.none.why"));
    private final Span count = new Span();

    TargetsTab(TargetService targets) {
        this.targets = targets;
        addClassName("searched-list");
        Button add = new Button(text("alerts.targets.add"), click -> new TargetDialog(targets, null).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        count.addClassName("count");
        Div bar = new Div(count, add);
        bar.addClassName("filter-bar");
        Div list = new Div(grid, nothing);
        list.addClassName("list");
        addColumns();
        add(bar, list);
        LiveBinding.bind(this, targets::onChange, this::refresh);
    }

    private void addColumns() {
        grid.addClassNames("hugging", "wrapping");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addColumn(LitRenderer.<TargetStatus>of(
                                "<div class=\"name-cell\"><div class=\"words\"><span class=\"name\">${item.name}</span>"
                                        + "<span class=\"below\">${item.below}</span></div></div>")
                        .withProperty("name", target -> cut(target.name(), 100))
                        .withProperty("below", target -> state(target) + " " + remark(target)))
                .setHeader(text("alerts.column.target"))
                .setWidth("110px")
                .setFlexGrow(1);
        Grid.Column<TargetStatus> address = grid.addColumn(
                        LitRenderer.<TargetStatus>of("<span title=\"${item.words}\">${item.words}</span>")
                                .withProperty("words", TargetsTab::address))
                .setHeader(text("alerts.column.address"))
                .setWidth("150px")
                .setFlexGrow(2);
        Grid.Column<TargetStatus> state = grid.addColumn(
                        LitRenderer.<TargetStatus>of("<span class=\"state ${item.tone}\">${item.state}</span>")
                                .withProperty("tone", target -> tone(target).className())
                                .withProperty("state", TargetsTab::state))
                .setHeader(text("alerts.column.state"))
                .setWidth("90px")
                .setFlexGrow(0);
        Grid.Column<TargetStatus> remark = grid.addColumn(LitRenderer.<TargetStatus>of(
                                "<span class=\"muted\" title=\"${item.words}\">${item.words}</span>")
                        .withProperty("words", TargetsTab::remark))
                .setHeader(text("alerts.column.remark"))
                .setWidth("120px")
                .setFlexGrow(2);
        Grid.Column<TargetStatus> actions = new RowButtons<TargetStatus>(TargetStatus::name)
                .with(target -> text("alerts.test"), this::test)
                .with(target -> text("alerts.change"), target -> new TargetDialog(targets, target).open())
                .with(target -> text("verb.delete"), this::delete)
                .addTo(grid, text("column.actions"), WIDE_ACTIONS);
        WindowWidth.follow(this, pixels -> {
            address.setVisible(pixels >= NARROW);
            state.setVisible(pixels >= NARROW);
            remark.setVisible(pixels >= NARROW);
            actions.setWidth(pixels >= NARROW ? WIDE_ACTIONS : "166px");
            grid.getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    private static String address(TargetStatus target) {
        return text("alerts.form." + AlertWords.key(target.form())) + ": " + cut(target.address(), 200);
    }

    private static Tone tone(TargetStatus target) {
        if (!target.enabled()) {
            return Tone.STOPPED;
        }
        return target.fault() != null ? Tone.TROUBLE : target.mutedNow() ? Tone.PAUSED : Tone.RUNNING;
    }

    private static String state(TargetStatus target) {
        if (!target.enabled()) {
            return text("alerts.off");
        }
        return text(target.fault() != null ? "alerts.failing" : target.mutedNow() ? "alerts.muted" : "alerts.on");
    }

    /** What failed, else when it is muted. */
    private static String remark(TargetStatus target) {
        MutedHours muted = target.muted();
        if (target.fault() != null) {
            return cut(target.fault(), 200);
        }
        return muted == null ? "" : text("alerts.muted.hours", muted.from(), muted.until());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        refresh();
    }

    private void refresh() {
        List<TargetStatus> all = targets.list();
        count.setText(text("alerts.targets.count", all.size()));
        grid.getStyle().set("--rows", String.valueOf(all.size()));
        grid.setItems(all);
        grid.setVisible(!all.isEmpty());
        nothing.setVisible(all.isEmpty());
    }

    private void test(TargetStatus target) {
        targets.test(target.id());
        Notifications.done(text("alerts.test.sent", target.name()));
    }

    private void delete(TargetStatus target) {
        new DeleteForm(
                        text("alerts.targets.delete", target.name()),
                        text("alerts.targets.delete.why"),
                        () -> targets.delete(target.id()))
                .open();
    }
}
