package dev.bulkhead.operation.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The newest tasks, of all or of one target, as a few lines that keep themselves true. */
public final class RecentTasks extends Div {

    private final OperationService operations;
    private final OperationQuery query;

    public RecentTasks(OperationService operations, OperationQuery query) {
        this.operations = operations;
        this.query = query;
        LiveBinding.bind(this, operations::onChange, this::refresh);
    }

    private void refresh() {
        removeAll();
        List<Operation> tasks = operations.list(query);
        add(tasks.isEmpty() ? none() : table(tasks));
    }

    private static Component none() {
        Paragraph none = new Paragraph(text("tasks.none"));
        none.addClassName("muted");
        return none;
    }

    private static Component table(List<Operation> tasks) {
        return new SmallTable()
                .rows(
                        tasks,
                        (table, task) -> table.row(
                                new Span(TaskWords.title(task)),
                                TaskWords.badge(task.state()),
                                when(task),
                                SmallTable.muted(task.actor())));
    }

    private static Component when(Operation task) {
        Instant at = Objects.requireNonNullElse(task.endedAt(), task.requestedAt());
        RelativeTime when = RelativeTime.ago(at);
        when.getElement().getClassList().add("muted");
        return when;
    }
}
