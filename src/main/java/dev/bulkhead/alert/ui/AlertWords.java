package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.Figures;
import dev.bulkhead.alert.Rule;
import dev.bulkhead.alert.Signal;
import dev.bulkhead.alert.Subject;
import java.util.Locale;

/** How alerts and rules are told to their reader. */
final class AlertWords {

    private AlertWords() {}

    /** "Memory at its limit: web-01". */
    static String title(Alert alert) {
        return text(
                "alerts.title", cut(alert.ruleName(), 100), cut(alert.subject().name(), 80));
    }

    /** Where the next step is taken. */
    static String path(Alert alert) {
        Subject subject = alert.subject();
        return switch (alert.signal()) {
            case HOST_MEMORY_DAYS, HOST_STORAGE_DAYS -> "capacity?tab=trend";
            case HOST_CPU, HOST_PRESSURE_CPU, HOST_PRESSURE_MEMORY, HOST_PRESSURE_DISK -> "hosts/" + subject.host();
            default -> subject.kind() == Signal.Kind.INSTANCE ? "instances/" + subject.id() : "hosts#" + subject.host();
        };
    }

    /** "98.4 % (3.9 GiB of 4 GiB), limit 98 %": the numbers that fired it. */
    static String measured(Alert alert) {
        String detail = cut(alert.detail(), 200);
        if (alert.signal().unit() == Signal.Unit.YES_OR_NO) {
            return detail;
        }
        String value = Figures.of(alert.signal(), alert.value());
        return text(
                alert.above() ? "alerts.measured.above" : "alerts.measured.below",
                detail.isEmpty() ? value : value + " (" + detail + ")",
                Figures.of(alert.signal(), alert.threshold()));
    }

    /** How it ended; "" while it fires. */
    static String end(Alert alert) {
        Alert.End end = alert.end();
        if (end == null) {
            return "";
        }
        return switch (end.why()) {
            case CLEARED ->
                end.value() == null || alert.signal().unit() == Signal.Unit.YES_OR_NO
                        ? text("alerts.end.well")
                        : text("alerts.end.value", Figures.of(alert.signal(), end.value()));
            case GONE -> text("alerts.end.gone");
            case RULE -> text("alerts.end.rule");
        };
    }

    static String signal(Signal signal) {
        return text("alerts.signal." + key(signal));
    }

    /** What its number is of, where its name does not say it all; "" where it does. */
    static String meaning(Signal signal) {
        return switch (signal) {
            case INSTANCE_CPU -> text("alerts.meaning.instance-cpu");
            case INSTANCE_MEMORY -> text("alerts.meaning.instance-memory");
            case INSTANCE_NETWORK, INSTANCE_DISK -> text("alerts.meaning.traffic");
            case HOST_PRESSURE_CPU, HOST_PRESSURE_MEMORY, HOST_PRESSURE_DISK -> text("alerts.meaning.pressure");
            case HOST_MEMORY_DAYS, HOST_STORAGE_DAYS -> text("alerts.meaning.forecast");
            default -> "";
        };
    }

    /** "CPU of an instance at or above 90 % for 10 min". */
    static String condition(Rule rule) {
        if (rule.signal().unit() == Signal.Unit.YES_OR_NO) {
            return text("alerts.condition.state", signal(rule.signal()), Figures.of(rule.holdFor()));
        }
        return text(
                rule.above() ? "alerts.condition.above" : "alerts.condition.below",
                signal(rule.signal()),
                Figures.of(rule.signal(), rule.threshold()),
                Figures.of(rule.holdFor()));
    }

    /** As the resource bundle spells a constant. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
