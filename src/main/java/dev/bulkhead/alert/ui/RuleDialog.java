package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.bulkhead.alert.Place;
import dev.bulkhead.alert.Rule;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.Signal;
import dev.bulkhead.common.ui.Notifications;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a rule, or changes one. */
final class RuleDialog extends AlertForm {

    private static final UUID NONE_YET = new UUID(0, 0);
    private static final double MEBIBYTE = 1L << 20;

    private final RuleService rules;
    private final RulePlaces places;
    private final @Nullable Rule before;
    private final TextField name = new TextField(text("alerts.rule.name"));
    private final Select<Signal> signal = new Select<>();
    private final Select<Place.Level> level = new Select<>();
    private final ComboBox<RulePlaces.Choice> place = new ComboBox<>();
    private final TextField label = new TextField(text("alerts.place.label"));
    private final Select<Boolean> above = new Select<>();
    private final NumberField threshold = new NumberField();
    private final NumberField clearing = new NumberField();
    private final IntegerField hold = seconds("alerts.rule.hold");
    private final IntegerField clear = seconds("alerts.rule.clear");

    /** @param before the one to change; null for a new one */
    RuleDialog(RuleService rules, RulePlaces places, @Nullable Rule before) {
        super(
                before == null ? text("alerts.rules.add.heading") : text("alerts.rules.change.heading", before.name()),
                text(before == null ? "alerts.rules.add" : "save"));
        this.rules = rules;
        this.places = places;
        this.before = before;
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        signal.setLabel(text("alerts.rule.signal"));
        signal.setItems(Signal.values());
        signal.setItemLabelGenerator(AlertWords::signal);
        level.setLabel(text("alerts.rule.place"));
        level.setItems(Place.Level.values());
        level.setItemLabelGenerator(choice -> text("alerts.place." + AlertWords.key(choice)));
        place.setItemLabelGenerator(RulePlaces.Choice::name);
        label.setHelperText(text("alerts.place.label.help"));
        label.setMaxLength(300);
        above.setItems(true, false);
        above.setItemLabelGenerator(much -> text(much ? "alerts.rule.above" : "alerts.rule.below"));
        above.setLabel(text("alerts.rule.direction"));
        signal.addValueChangeListener(change -> {
            if (change.isFromClient()
                    && change.getOldValue() != null
                    && change.getOldValue().unit() != change.getValue().unit()) {
                suggest(change.getValue());
            }
            followSignal();
        });
        above.addValueChangeListener(change -> followSignal());
        level.addValueChangeListener(change -> followLevel());
        ask(name, signal, above, pair(threshold, clearing), pair(hold, clear), level, place, label);
        show();
    }

    private static IntegerField seconds(String key) {
        IntegerField field = new IntegerField(text(key));
        field.setMin(0);
        field.setMax((int) Duration.ofDays(30).toSeconds());
        return field;
    }

    private static Div pair(Component... fields) {
        Div pair = new Div(fields);
        pair.addClassName("limits");
        return pair;
    }

    /** Numbers to begin with, in another unit than before. */
    private void suggest(Signal chosen) {
        above.setValue(chosen.unit() != Signal.Unit.DAYS);
        threshold.setValue(
                switch (chosen.unit()) {
                    case SHARE -> 90.0;
                    case TIME_SHARE -> 20.0;
                    case BYTES_A_SECOND -> 100.0;
                    case DAYS -> 14.0;
                    case YES_OR_NO -> 1.0;
                });
        clearing.setValue(
                switch (chosen.unit()) {
                    case SHARE, BYTES_A_SECOND -> 80.0;
                    case TIME_SHARE -> 10.0;
                    case DAYS -> 21.0;
                    case YES_OR_NO -> 1.0;
                });
    }

    private void show() {
        Rule rule = before == null
                ? new Rule(
                        NONE_YET,
                        "",
                        Signal.INSTANCE_CPU,
                        Place.ALL,
                        true,
                        0.9,
                        0.8,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(2),
                        true)
                : before;
        name.setValue(rule.name());
        signal.setValue(rule.signal());
        level.setValue(rule.place().level());
        above.setValue(rule.above());
        threshold.setValue(rule.threshold() / unit(rule.signal()));
        clearing.setValue(rule.clearing() / unit(rule.signal()));
        hold.setValue((int) rule.holdFor().toSeconds());
        clear.setValue((int) rule.clearFor().toSeconds());
        label.setValue(rule.place().level() == Place.Level.LABEL ? rule.place().id() : "");
        places.choices(rule.place().level()).stream()
                .filter(choice -> choice.id().equals(rule.place().id()))
                .findFirst()
                .ifPresent(place::setValue);
    }

    private void followSignal() {
        Signal chosen = signal.getValue();
        if (chosen == null) {
            return;
        }
        boolean number = chosen.unit() != Signal.Unit.YES_OR_NO;
        above.setVisible(number);
        threshold.setVisible(number);
        clearing.setVisible(number);
        String unit = text("alerts.unit." + AlertWords.key(chosen.unit()));
        threshold.setLabel(text("alerts.rule.threshold", unit));
        boolean below = Boolean.FALSE.equals(above.getValue());
        clearing.setLabel(text(below ? "alerts.rule.clearing.above" : "alerts.rule.clearing", unit));
        signal.setHelperText(AlertWords.meaning(chosen));
    }

    private void followLevel() {
        Place.Level where = level.getValue();
        if (where == null) {
            return;
        }
        label.setVisible(where == Place.Level.LABEL);
        place.setVisible(where != Place.Level.LABEL && where != Place.Level.ALL);
        place.setLabel(text("alerts.place." + AlertWords.key(where)));
        place.setItems(places.choices(where));
    }

    /** What a number in a field is counted in. */
    private static double unit(Signal signal) {
        return switch (signal.unit()) {
            case SHARE, TIME_SHARE -> 0.01;
            case BYTES_A_SECOND -> MEBIBYTE;
            case DAYS, YES_OR_NO -> 1;
        };
    }

    @Override
    protected String submit() {
        boolean number = signal.getValue().unit() != Signal.Unit.YES_OR_NO;
        if (hold.getValue() == null || clear.getValue() == null) {
            return text("alerts.rule.times.missing");
        }
        if (number && (threshold.getValue() == null || clearing.getValue() == null)) {
            return text("alerts.rule.threshold.missing");
        }
        double unit = unit(signal.getValue());
        RuleService.Wanted wanted = new RuleService.Wanted(
                name.getValue(),
                signal.getValue(),
                new Place(level.getValue(), placeId()),
                !number || above.getValue(),
                number ? threshold.getValue() * unit : 1,
                number ? clearing.getValue() * unit : 1,
                Duration.ofSeconds(hold.getValue()),
                Duration.ofSeconds(clear.getValue()),
                before == null || before.enabled());
        Rule saved = before == null ? rules.add(wanted) : rules.change(before.id(), wanted);
        Notifications.done(text("alerts.rules.saved", saved.name()));
        return "";
    }

    private String placeId() {
        return switch (level.getValue()) {
            case ALL -> "";
            case LABEL -> label.getValue().strip();
            case HOST, PROJECT, INSTANCE ->
                place.getValue() == null ? "" : place.getValue().id();
        };
    }
}
