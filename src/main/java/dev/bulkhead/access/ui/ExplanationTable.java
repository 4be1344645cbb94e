package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.Explanation;
import dev.bulkhead.access.Explanation.Because;
import dev.bulkhead.common.ui.SmallTable;
import java.util.List;
import java.util.function.Function;

/** What may be done and why, as a table: each line names the grants that it follows from. */
final class ExplanationTable extends Div {

    private ExplanationTable(
            List<Explanation> explanations,
            Names names,
            String column,
            String none,
            Function<Explanation, String> first) {
        addClassName("explanations");
        if (explanations.isEmpty()) {
            Paragraph nothing = new Paragraph(none);
            nothing.addClassName("muted");
            add(nothing);
            return;
        }
        add(new SmallTable(column, text("explain.may"), text("explain.because"))
                .rows(
                        explanations,
                        (table, explanation) -> table.row(
                                SmallTable.words(first.apply(explanation)),
                                new Span(AccessWords.permissions(explanation.permissions())),
                                because(explanation, names))));
    }

    /** Of one person: where they may do what. */
    static ExplanationTable ofPerson(List<Explanation> explanations, Names names, String none) {
        return new ExplanationTable(
                explanations, names, text("grants.where"), none, explanation -> names.scope(explanation.scope()));
    }

    /** Of one place: who may do what. */
    static ExplanationTable ofPlace(List<Explanation> explanations, Names names, String none) {
        return new ExplanationTable(
                explanations,
                names,
                text("grants.who"),
                none,
                explanation -> explanation.person().name());
    }

    private static Component because(Explanation explanation, Names names) {
        Div lines = new Div();
        lines.addClassName("because");
        for (Because reason : explanation.because()) {
            lines.add(new Div(words(reason, names)));
        }
        return lines;
    }

    private static String words(Because reason, Names names) {
        String role = AccessWords.role(reason.grant().role());
        String where = names.scope(reason.grant().scope());
        String by = reason.grant().givenBy();
        return reason.group().isEmpty()
                ? text("explain.grant", role, where, by)
                : text("explain.grant-group", role, where, by, reason.group());
    }
}
