package dev.bulkhead.operation.audit.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bulkhead.common.ui.FilterChip;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.operation.audit.AuditOutcome;
import dev.bulkhead.operation.audit.AuditService;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What of the record is shown, and the way to take that away as a file. Draws what it is given and says what is asked for. */
final class AuditBar extends Div {

    private static final int TYPING_MILLIS = 300;

    private final Consumer<AuditAddress> asked;
    private final TextField target = new TextField();
    private final FilterChip<String> verb;
    private final FilterChip<String> actor;
    private final FilterChip<AuditOutcome> outcome;
    private final DatePicker from = day("audit.filter.from");
    private final DatePicker until = day("audit.filter.until");
    private final Anchor csv = file("CSV");
    private final Anchor lines = file("NDJSON");
    private final Span count = new Span();
    private AuditAddress shown = new AuditAddress(Set.of(), Set.of(), Set.of(), "", null, null);

    AuditBar(AuditService audit, Consumer<AuditAddress> asked) {
        this.asked = asked;
        addClassName("filter-bar");
        target.setPlaceholder(text("audit.filter"));
        target.setAriaLabel(text("audit.filter"));
        target.setPrefixComponent(Icon.SEARCH.create());
        target.setClearButtonVisible(true);
        target.setMaxLength(200);
        target.setValueChangeMode(ValueChangeMode.LAZY);
        target.setValueChangeTimeout(TYPING_MILLIS);
        actor = new FilterChip<>(
                text("audit.filter.actor"), Function.identity(), audit::actors, chosen -> ask(chosen, shown.verbs()));
        verb = new FilterChip<>(
                text("audit.filter.verb"), AuditWords::verb, audit::verbs, chosen -> ask(shown.actors(), chosen));
        List<AuditOutcome> outcomes = Arrays.stream(AuditOutcome.values())
                .filter(each -> each != AuditOutcome.UNREADABLE)
                .toList();
        outcome = new FilterChip<>(
                text("audit.filter.outcome"), AuditWords::outcome, () -> outcomes, this::askForOutcomes);
        target.addValueChangeListener(this::changed);
        from.addValueChangeListener(this::changed);
        until.addValueChangeListener(this::changed);
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        add(target, actor, verb, outcome, from, until, count, csv, lines);
    }

    private static DatePicker day(String label) {
        DatePicker day = new DatePicker();
        day.setAriaLabel(text(label));
        day.setPlaceholder(text(label));
        day.setClearButtonVisible(true);
        day.setMin(LocalDate.EPOCH);
        return day;
    }

    private static Anchor file(String format) {
        Anchor link = new Anchor("", format);
        link.addClassName("small-link");
        link.getElement().setAttribute("router-ignore", true);
        link.getElement().setAttribute("download", true);
        link.setAriaLabel(text("audit.export", format));
        link.setTitle(text("audit.export", format));
        return link;
    }

    private void changed(ComponentValueChangeEvent<?, ?> change) {
        if (change.isFromClient()) {
            ask(shown.actors(), shown.verbs(), shown.outcomes());
        }
    }

    private void ask(Set<String> actors, Set<String> verbs) {
        ask(actors, verbs, shown.outcomes());
    }

    private void askForOutcomes(Set<AuditOutcome> outcomes) {
        ask(shown.actors(), shown.verbs(), outcomes);
    }

    private void ask(Set<String> actors, Set<String> verbs, Set<AuditOutcome> outcomes) {
        asked.accept(new AuditAddress(
                actors, verbs, outcomes, target.getValue().strip(), from.getValue(), until.getValue()));
    }

    void show(AuditAddress address, ZoneId zone) {
        shown = address;
        if (!target.getValue().strip().equals(address.target())) {
            target.setValue(address.target());
        }
        actor.show(address.actors());
        verb.show(address.verbs());
        outcome.show(address.outcomes());
        from.setValue(address.from());
        until.setValue(address.until());
        csv.setHref(address.file("CSV", zone));
        lines.setHref(address.file("NDJSON", zone));
    }

    void showCount(int rows) {
        count.setText(text("audit.count", rows));
    }
}
