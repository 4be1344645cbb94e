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
import dev.bulkhead.alert.Rule;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.WindowWidth;
import java.util.List;

/** The rules: what is an alert. */
final class RulesTab extends Div {

    private static final int NARROW = 700;
    private static final String WIDE_ACTIONS = "240px";

    private final RuleService rules;
    private final RulePlaces places;
    private final Grid<Rule> grid = new Grid<>();
    private final Span count = new Span();

    RulesTab(RuleService rules, RulePlaces places) {
        this.rules = rules;
        this.places = places;
        addClassName("searched-list");
        Button add = new Button(text("alerts.rules.add"), click -> new RuleDialog(rules, places, null).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        count.addClassName("count");
        Div bar = new Div(count, add);
        bar.addClassName("filter-bar");
        Div list = new Div(grid);
        list.addClassName("list");
        addColumns();
        add(bar, list);
        LiveBinding.bind(this, rules::onChange, this::refresh);
    }

    private void addColumns() {
        grid.addClassNames("hugging", "wrapping");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addColumn(LitRenderer.<Rule>of(
                                "<div class=\"name-cell\"><div class=\"words\"><span class=\"name\">${item.name}</span>"
                                        + "<span class=\"below\">${item.below}</span></div></div>")
                        .withProperty("name", rule -> cut(rule.name(), 100))
                        .withProperty("below", AlertWords::condition))
                .setHeader(text("alerts.column.rule"))
                .setWidth("120px")
                .setFlexGrow(2);
        Grid.Column<Rule> condition = grid.addColumn(
                        LitRenderer.<Rule>of("<span title=\"${item.words}\">${item.words}</span>")
                                .withProperty("words", AlertWords::condition))
                .setHeader(text("alerts.column.condition"))
                .setWidth("170px")
                .setFlexGrow(4);
        Grid.Column<Rule> place = grid.addColumn(LitRenderer.<Rule>of("<span class=\"muted\">${item.words}</span>")
                        .withProperty("words", rule -> places.words(rule.place())))
                .setHeader(text("alerts.column.place"))
                .setWidth("100px")
                .setFlexGrow(1);
        Grid.Column<Rule> state = grid.addColumn(LitRenderer.<Rule>of(
                                "<span class=\"state ${item.tone}\">${item.state}</span>")
                        .withProperty("tone", rule -> (rule.enabled() ? Tone.RUNNING : Tone.STOPPED).className())
                        .withProperty("state", rule -> text(rule.enabled() ? "alerts.on" : "alerts.off")))
                .setHeader(text("alerts.column.state"))
                .setWidth("80px")
                .setFlexGrow(0);
        Grid.Column<Rule> actions = new RowButtons<Rule>(Rule::name)
                .with(rule -> text("alerts.change"), rule -> new RuleDialog(rules, places, rule).open())
                .with(rule -> text(rule.enabled() ? "alerts.turn-off" : "alerts.turn-on"), this::turn)
                .with(rule -> text("verb.delete"), this::delete)
                .addTo(grid, text("column.actions"), WIDE_ACTIONS);
        WindowWidth.follow(this, pixels -> {
            condition.setVisible(pixels >= NARROW);
            place.setVisible(pixels >= NARROW);
            state.setVisible(pixels >= NARROW);
            actions.setWidth(pixels >= NARROW ? WIDE_ACTIONS : "166px");
            grid.getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        refresh();
    }

    private void refresh() {
        List<Rule> all = rules.list();
        count.setText(text("alerts.rules.count", all.size()));
        grid.getStyle().set("--rows", String.valueOf(all.size()));
        grid.setItems(all);
    }

    private void turn(Rule rule) {
        rules.turn(rule.id(), !rule.enabled());
    }

    private void delete(Rule rule) {
        new DeleteForm(
                        text("alerts.rules.delete", rule.name()),
                        text("alerts.rules.delete.why"),
                        () -> rules.delete(rule.id()))
                .open();
    }
}
