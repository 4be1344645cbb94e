package dev.bulkhead.alert.send;

import dev.bulkhead.alert.Alert;
import dev.bulkhead.alert.Figures;
import dev.bulkhead.alert.Signal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What a target is told at once, in words. Names in it are other people's.
 *
 * @param fired what fires and it did not know of
 * @param ended what is over and it took for firing
 */
record Message(List<Alert> fired, List<Alert> ended) {

    /** What a press on the test's button sends. */
    static final Message TEST = new Message(List.of(), List.of());

    Message {
        fired = List.copyOf(fired);
        ended = List.copyOf(ended);
    }

    boolean isTest() {
        return fired.isEmpty() && ended.isEmpty();
    }

    /** One line. */
    String title() {
        if (isTest()) {
            return "Test message: alerts will come here";
        }
        if (fired.size() + ended.size() == 1) {
            Alert alert = fired.isEmpty() ? ended.getFirst() : fired.getFirst();
            return (fired.isEmpty() ? "Over: " : "Firing: ") + about(alert);
        }
        List<String> parts = new ArrayList<>();
        if (!fired.isEmpty()) {
            parts.add(fired.size() + " firing");
        }
        if (!ended.isEmpty()) {
            parts.add(ended.size() + " over");
        }
        return "Alerts: " + String.join(", ", parts);
    }

    /** One line for each alert. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        fired.forEach(alert -> lines.add("Firing: " + fired(alert)));
        ended.forEach(alert -> lines.add("Over: " + ended(alert)));
        return lines;
    }

    private static String about(Alert alert) {
        return alert.ruleName() + ", " + alert.subject().name();
    }

    /** "Memory at its limit, web-01: 98.4 % (3.9 GiB of 4 GiB), at or above 98 % for 10 min, since 2026-11-26T10:00:00Z". */
    private static String fired(Alert alert) {
        boolean yesOrNo = alert.signal().unit() == Signal.Unit.YES_OR_NO;
        String measured = yesOrNo
                ? alert.detail()
                : Figures.of(alert.signal(), alert.value())
                        + (alert.detail().isEmpty() ? "" : " (" + alert.detail() + ")")
                        + (alert.above() ? ", at or above " : ", at or below ")
                        + Figures.of(alert.signal(), alert.threshold());
        return about(alert) + (measured.isEmpty() ? "" : ": " + measured)
                + (alert.lasted().isZero() ? "" : " for " + Figures.of(alert.lasted()))
                + ", since " + alert.firedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String ended(Alert alert) {
        Alert.End end = alert.end();
        if (end == null) {
            return about(alert);
        }
        String why = switch (end.why()) {
            case CLEARED ->
                end.value() == null || alert.signal().unit() == Signal.Unit.YES_OR_NO
                        ? "it is well again"
                        : "it is " + Figures.of(alert.signal(), end.value()) + " now";
            case GONE -> "it is there no more";
            case RULE -> "its rule was changed, turned off or deleted";
        };
        Duration took = Duration.between(alert.firedAt(), end.at()).truncatedTo(ChronoUnit.SECONDS);
        return about(alert) + ": " + why + ", after " + Figures.of(took.isNegative() ? Duration.ZERO : took);
    }
}
