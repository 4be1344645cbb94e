package dev.bulkhead.instance.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.event.SortEvent;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import dev.bulkhead.common.ChangeLog;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceQuery.Sort;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.SmallLine;
import dev.bulkhead.operation.OperationService;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * All instances of a query as one table, true at every moment. It holds no copy of the inventory: rows are asked for by index, and of
 * what changes only the visible rows are sent anew, unless the list itself has become another.
 */
@Uses(RelativeTime.class)
@Uses(SmallLine.class)
final class InstanceGrid extends Grid<InventoryItem> {

    private final InstanceService instances;
    private final OperationService operations;
    private final InstanceColumns columns;
    private Runnable changed = () -> {};
    private InstanceQuery query = InstanceQuery.ALL;
    /** The shared list that the rows on the page came from; kept to tell a change of rows from a change of the list. */
    private List<InventoryItem> shown = List.of();
    /** The minute in which the lines were sent last. */
    private Instant drawn = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    /** @param sorted told which order the reader asked for */
    InstanceGrid(
            InstanceService instances,
            OperationService operations,
            UsageService usage,
            Rows rows,
            RecentUse recent,
            BiConsumer<Sort, Boolean> sorted) {
        this.instances = instances;
        this.operations = operations;
        addClassNames("instances", "hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSizeFull();
        setSelectionMode(SelectionMode.MULTI);
        ((GridMultiSelectionModel<InventoryItem>) getSelectionModel())
                .setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        columns = new InstanceColumns(this, rows, recent);
        setPartNameGenerator(item -> item.stale() == null ? null : "stale-row");
        setDataProvider(new Rowwise());
        addSortListener(event -> {
            if (event.isFromClient()) {
                tellOrder(event, sorted);
            }
        });
        LiveBinding.follow(this, instances::onChange, instances::changes, this::follow);
        LiveBinding.bind(this, usage::watchAll, this::drawLines);
        LiveBinding.follow(this, operations::onChange, operations::changes, this::followOperations);
    }

    InstanceColumns columns() {
        return columns;
    }

    /** Calls {@code listener}, on the UI thread, whenever what is listed or selected may have changed. */
    void onContent(Runnable listener) {
        changed = listener;
        addSelectionListener(event -> listener.run());
    }

    void show(InstanceQuery wanted) {
        boolean other = !wanted.equals(query);
        query = wanted;
        columns.showOrder(wanted);
        if (other) {
            reload();
        }
    }

    /** How many there are in the list. */
    int size() {
        return shown.size();
    }

    /** The selected ones that still exist, as they are now. */
    List<InventoryItem> selected() {
        return getSelectedItems().stream()
                .flatMap(item -> instances.find(item.id()).stream())
                .toList();
    }

    private static void tellOrder(
            SortEvent<Grid<InventoryItem>, GridSortOrder<InventoryItem>> event, BiConsumer<Sort, Boolean> sorted) {
        event.getSortOrder().stream()
                .findFirst()
                .ifPresentOrElse(
                        order -> sorted.accept(
                                Sort.valueOf(order.getSorted().getKey()),
                                order.getDirection() == SortDirection.DESCENDING),
                        () -> sorted.accept(Sort.NAME, false));
    }

    private void follow(ChangeLog.Delta<InstanceId> delta) {
        List<InventoryItem> now = instances.list(query);
        if (!delta.complete() || !sameOrder(shown, now)) {
            forgetDeleted();
            reload();
            return;
        }
        shown = now;
        delta.keys().forEach(this::refresh);
        changed.run();
    }

    private void followOperations(ChangeLog.Delta<UUID> delta) {
        delta.keys().stream()
                .flatMap(id -> operations.find(id).stream())
                .flatMap(operation -> InstanceId.parse(operation.target()).stream())
                .distinct()
                .forEach(this::refresh);
    }

    /** Once a minute; a tick is finer than what the lines show. */
    private void drawLines() {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(drawn)) {
            drawn = minute;
            shown.forEach(getDataProvider()::refreshItem);
        }
    }

    /** Only rows that are on the page are sent; for all others this does nothing. */
    private void refresh(InstanceId id) {
        instances.find(id).ifPresent(getDataProvider()::refreshItem);
    }

    private void reload() {
        shown = instances.list(query);
        getStyle().set("--rows", String.valueOf(shown.size()));
        getDataProvider().refreshAll();
        changed.run();
    }

    private void forgetDeleted() {
        getSelectedItems().stream()
                .filter(item -> instances.find(item.id()).isEmpty())
                .toList()
                .forEach(this::deselect);
    }

    private static boolean sameOrder(List<InventoryItem> before, List<InventoryItem> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int row = 0; row < now.size(); row++) {
            if (!before.get(row).id().equals(now.get(row).id())) {
                return false;
            }
        }
        return true;
    }

    private final class Rowwise extends AbstractBackEndDataProvider<InventoryItem, Void> {

        private static final long serialVersionUID = 1L;

        @Override
        public Object getId(InventoryItem item) {
            return item.id();
        }

        @Override
        protected Stream<InventoryItem> fetchFromBackEnd(Query<InventoryItem, Void> page) {
            int end = (int) Math.min((long) page.getOffset() + page.getLimit(), shown.size());
            return page.getOffset() >= end ? Stream.empty() : shown.subList(page.getOffset(), end).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<InventoryItem, Void> page) {
            return shown.size();
        }
    }
}
