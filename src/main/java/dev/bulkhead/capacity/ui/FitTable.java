package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.capacity.Check;
import dev.bulkhead.capacity.Fit;
import dev.bulkhead.capacity.FitRules;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.Units;
import java.util.List;
import java.util.Locale;

/** Hosts with what would be left on them by each rule. */
final class FitTable {

    private static final int NAME = 60;
    private static final int MANY = 999;

    private FitTable() {}

    /** Whether it fits, how often, and what is left then. */
    static Component of(List<Fit> fits) {
        if (fits.isEmpty()) {
            return new Paragraph(text("room.fits.none"));
        }
        return new SmallTable(
                        text("room.host"),
                        text("room.fits"),
                        text("room.times"),
                        text("room.left.cpu"),
                        text("room.left.memory"),
                        text("room.left.storage"))
                .numbersIn(2, 3, 4, 5)
                .rows(fits, FitTable::row);
    }

    /** What is left on them. */
    static Component left(List<Fit> fits) {
        return new SmallTable(
                        text("room.host"), text("room.left.cpu"), text("room.left.memory"), text("room.left.storage"))
                .numbersIn(1, 2, 3)
                .rows(
                        fits,
                        (table, fit) -> table.row(
                                SmallTable.words(cut(fit.name(), NAME)),
                                cell(fit.checks().get(0)),
                                cell(fit.checks().get(1)),
                                cell(fit.checks().get(2))));
    }

    static String rules(FitRules rules) {
        return text(
                "room.rules",
                Units.number(rules.cpuOverCommit(), 2),
                Units.percent(rules.memoryReserve()),
                Units.percent(rules.storageReserve()));
    }

    private static void row(SmallTable table, Fit fit) {
        Div fits = new Div(
                fit.fits()
                        ? new StateBadge(Tone.RUNNING, text("room.fits.yes"))
                        : new StateBadge(Tone.TROUBLE, text("room.fits.no")));
        fits.addClassName("room-cell");
        if (fit.openMemory() > 0) {
            fits.add(below(text("room.fits.open", fit.openMemory())));
        }
        table.row(
                SmallTable.words(cut(fit.name(), NAME)),
                fits,
                SmallTable.number(fit.times() > MANY ? text("room.times.many", MANY) : String.valueOf(fit.times())),
                cell(fit.checks().get(0)),
                cell(fit.checks().get(1)),
                cell(fit.checks().get(2)));
    }

    private static Component cell(Check check) {
        Div cell = new Div();
        cell.addClassName("room-cell");
        Double left = check.left();
        Double limit = check.limit();
        var words = Amount.of(check.rule());
        Span number = SmallTable.number(left == null ? Units.UNKNOWN : words.apply(left));
        cell.add(number);
        if (left == null) {
            cell.add(below(text("room.unknown")));
        } else if (!check.fits()) {
            number.addClassName("room-lacks");
            cell.add(below(text("room.lacks." + check.rule().name().toLowerCase(Locale.ROOT))));
        } else if (limit != null) {
            cell.add(below(text("room.of", words.apply(limit))));
        }
        return cell;
    }

    private static Span below(String words) {
        Span below = new Span(words);
        below.addClassName("muted");
        return below;
    }
}
