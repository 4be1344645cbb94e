package dev.bulkhead.operation.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.operation.Operation;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tasks, newest first, a page at a time from the record; the engine's own words below a row, on demand. */
final class TaskGrid extends Grid<Operation> {

    private final OperationService operations;
    private final Consumer<Boolean> emptiness;
    private Set<OperationState> states = Set.of();
    private int size;

    /** @param emptiness told, after each change, whether there is nothing to show */
    TaskGrid(OperationService operations, boolean mayCancel, Consumer<Boolean> emptiness) {
        this.operations = operations;
        this.emptiness = emptiness;
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumns();
        if (mayCancel) {
            addColumn(cancel())
                    .setHeader(text("column.actions"))
                    .setWidth("100px")
                    .setFlexGrow(0);
        }
        setItemDetailsRenderer(LitRenderer.<Operation>of(
                        "<div class=\"task-words\"><p>${item.outcome}</p>${item.words ? html`<code>${item.words}</code>` : ''}</div>")
                .withProperty("outcome", TaskWords::outcome)
                .withProperty("words", task -> task.message() == null ? "" : cut(task.message(), 1200)));
        setDataProvider(new Rowwise());
        LiveBinding.follow(this, operations::onChange, operations::changes, this::follow);
    }

    private void addColumns() {
        addColumn(LitRenderer.<Operation>of(
                                "<a class=\"task-name\" href=\"instances/${item.target}\" router-link>${item.title}</a>")
                        .withProperty("target", Operation::target)
                        .withProperty("title", TaskWords::title))
                .setHeader(text("task.column.task"))
                .setWidth("220px")
                .setFlexGrow(2);
        addColumn(LitRenderer.<Operation>of("<span class=\"state ${item.tone}\">${item.state}</span>")
                        .withProperty(
                                "tone", task -> TaskWords.tone(task.state()).className())
                        .withProperty("state", task -> TaskWords.state(task.state())))
                .setHeader(text("task.column.state"))
                .setWidth("120px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<Operation>of("<span class=\"muted\">${item.outcome}</span>")
                        .withProperty("outcome", TaskWords::outcome))
                .setHeader(text("task.column.outcome"))
                .setWidth("180px")
                .setFlexGrow(3);
        addColumn(LitRenderer.<Operation>of("<span class=\"muted\">${item.actor}</span>")
                        .withProperty("actor", task -> cut(task.actor(), 40)))
                .setHeader(text("task.column.actor"))
                .setWidth("100px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<Operation>of(
                                "<relative-time class=\"muted\" form=\"ago\" datetime=\"${item.at}\"></relative-time>")
                        .withProperty("at", task -> task.requestedAt().toString()))
                .setHeader(text("task.column.when"))
                .setWidth("130px")
                .setFlexGrow(0);
        addColumn(LitRenderer.<Operation>of("${item.took}").withProperty("took", TaskGrid::took))
                .setHeader(text("task.column.took"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
    }

    private LitRenderer<Operation> cancel() {
        return LitRenderer.<Operation>of(
                        "${item.waits ? html`<button class=\"inline\" aria-label=\"${item.label}\" @click=\"${cancel}\">${item.words}</button>` : ''}")
                .withProperty("waits", task -> task.state() == OperationState.QUEUED)
                .withProperty("words", task -> text("cancel"))
                .withProperty("label", task -> text("task.cancel", TaskWords.title(task)))
                .withFunction("cancel", task -> operations.cancel(task.id()));
    }

    private static String took(Operation task) {
        Instant began = task.startedAt();
        Instant ended = task.endedAt();
        return began == null || ended == null ? "" : Units.duration(Duration.between(began, ended));
    }

    void show(Set<OperationState> wanted) {
        states = wanted;
        reload();
    }

    private void follow(ChangeLog.Delta<UUID> delta) {
        if (delta.complete() && states.isEmpty() && operations.count(query(0, 1)) == size) {
            delta.keys().stream().flatMap(id -> operations.find(id).stream()).forEach(getDataProvider()::refreshItem);
        } else {
            reload();
        }
    }

    private void reload() {
        size = operations.count(query(0, 1));
        // Four more for the words below a row that was opened.
        getStyle().set("--rows", String.valueOf(size + 4));
        getDataProvider().refreshAll();
        emptiness.accept(size == 0);
    }

    private OperationQuery query(int offset, int limit) {
        return new OperationQuery(states, null, offset, limit);
    }

    private final class Rowwise extends AbstractBackEndDataProvider<Operation, Void> {

        private static final long serialVersionUID = 1L;

        @Override
        public Object getId(Operation task) {
            return task.id();
        }

        @Override
        protected Stream<Operation> fetchFromBackEnd(Query<Operation, Void> page) {
            return operations.list(query(page.getOffset(), Math.clamp(page.getLimit(), 1, 500))).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<Operation, Void> page) {
            return size;
        }
    }
}
