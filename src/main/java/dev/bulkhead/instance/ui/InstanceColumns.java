package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceQuery.Sort;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The columns of the list. Rendered in the browser from a few texts a row; which of them show follows the reader's choice and the
 * width there is.
 */
final class InstanceColumns {

    /** Below this many pixels only what a phone has room for is shown. */
    private static final int NARROW = 720;

    private static final int MEDIUM = 1100;

    private static final String WIDE_NAME = "220px";
    private static final String WIDE_STATE = "190px";
    private static final String MEDIUM_NAME = "150px";
    private static final String MEDIUM_STATE = "150px";
    private static final String NARROW_NAME = "150px";
    private static final String NARROW_STATE = "108px";

    /** Those that a reader can switch off, in their order. */
    static final List<Sort> OPTIONAL =
            List.of(Sort.HOST, Sort.PROJECT, Sort.ADDRESS, Sort.CPUS, Sort.MEMORY, Sort.STARTED);

    /** Opens the menu of the row below its button, as a right click on the row would. */
    private static final String OPEN_MENU = """
            e => {
              const box = e.currentTarget.getBoundingClientRect();
              e.currentTarget.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, composed: true, cancelable: true,
                clientX: box.right, clientY: box.bottom}));
            }""";

    private final Grid<InventoryItem> grid;
    private final Map<Sort, Grid.Column<InventoryItem>> columns = new EnumMap<>(Sort.class);
    private Set<Sort> hidden = EnumSet.noneOf(Sort.class);
    private int width = Integer.MAX_VALUE;

    InstanceColumns(Grid<InventoryItem> grid, Rows rows, RecentUse recent) {
        this.grid = grid;
        add(Sort.NAME, name(rows), WIDE_NAME, 3);
        add(Sort.STATE, state(rows), WIDE_STATE, 1);
        add(Sort.HOST, plain(rows::host, "muted"), "90px", 1);
        add(Sort.PROJECT, plain(rows::project, "muted"), "110px", 1);
        add(Sort.ADDRESS, plain(rows::address, "mono muted"), "130px", 1);
        number(add(Sort.CPUS, lined(rows::cpus, recent, Resource.CPU), "124px", 0));
        number(add(Sort.MEMORY, lined(rows::memory, recent, Resource.MEMORY), "142px", 0));
        number(add(
                Sort.STARTED,
                LitRenderer.<InventoryItem>of(
                                "<relative-time class=\"muted\" form=\"span\" datetime=\"${item.started}\"></relative-time>")
                        .withProperty("started", rows::started),
                "66px",
                0));
        grid.addColumn(menu(rows))
                .setHeader(heading(text("column.actions")))
                .setWidth("46px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }

    private static Span heading(String words) {
        Span heading = new Span(words);
        heading.addClassName("visually-hidden");
        return heading;
    }

    private Grid.Column<InventoryItem> add(Sort sort, LitRenderer<InventoryItem> renderer, String width, int grow) {
        Grid.Column<InventoryItem> column = grid.addColumn(renderer)
                .setKey(sort.name())
                .setHeader(label(sort))
                .setSortable(true)
                .setResizable(true)
                .setWidth(width)
                .setFlexGrow(grow);
        columns.put(sort, column);
        return column;
    }

    static String label(Sort sort) {
        return text("column." + Words.key(sort));
    }

    private static void number(Grid.Column<InventoryItem> column) {
        column.setTextAlign(ColumnTextAlign.END);
    }

    private static LitRenderer<InventoryItem> name(Rows rows) {
        return LitRenderer.<InventoryItem>of("""
                <span class="name-cell"><svg class="icon" role="img" aria-label="${item.kind}"><title>${item.kind}</title>\
                <use href="%s#${item.icon}"></use></svg><span class="words">\
                <a href="instances/${item.id}" router-link>${item.name}</a><span class="below">${item.below}</span></span></span>""".formatted(Icon.SPRITE))
                .withProperty("kind", item -> Words.kind(item.instance().kind()))
                .withProperty("icon", item -> Words.icon(item.instance().kind()).symbol())
                .withProperty("id", rows::id)
                .withProperty("name", rows::name)
                .withProperty("below", rows::below);
    }

    private static LitRenderer<InventoryItem> state(Rows rows) {
        return LitRenderer.<InventoryItem>of("""
                <span class="state ${item.tone}" title="${item.why}">${item.state}</span>${item.staleSince ? html`
                <span class="stale" title="${item.staleWhy}">%s <relative-time form="span" datetime="${item.staleSince}">\
                </relative-time></span>` : ''}""".formatted(text("stale.for")))
                .withProperty("tone", rows::tone)
                .withProperty("state", rows::state)
                .withProperty("why", rows::why)
                .withProperty("staleSince", rows::staleSince)
                .withProperty("staleWhy", rows::staleWhy);
    }

    private static LitRenderer<InventoryItem> plain(ValueProvider<InventoryItem, String> value, String className) {
        return LitRenderer.<InventoryItem>of("<span class=\"" + className + "\">${item.value}</span>")
                .withProperty("value", value);
    }

    /** What it may use, beside a line of what it used. */
    private static LitRenderer<InventoryItem> lined(
            ValueProvider<InventoryItem, String> value, RecentUse recent, Resource resource) {
        return LitRenderer.<InventoryItem>of(
                        "<span class=\"with-line\" title=\"${item.words}\">${item.line ? html`<bulkhead-line role=\"img\""
                                + " aria-label=\"${item.words}\" values=\"${item.line}\"></bulkhead-line>` : ''}"
                                + "<span class=\"number\">${item.value}</span></span>")
                .withProperty("line", item -> recent.heights(item, resource))
                .withProperty("words", item -> recent.words(item, resource))
                .withProperty("value", value);
    }

    private static LitRenderer<InventoryItem> menu(Rows rows) {
        return LitRenderer.<InventoryItem>of(
                        "<button class=\"row-menu\" aria-haspopup=\"menu\" aria-label=\"${item.label}\" @click=\"${"
                                + OPEN_MENU
                                + "}\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"" + Icon.SPRITE + "#"
                                + Icon.MORE.symbol() + "\"></use></svg></button>")
                .withProperty("label", item -> text("menu.of", rows.name(item)));
    }

    void showOrder(InstanceQuery query) {
        Grid.Column<InventoryItem> column = columns.get(query.sort());
        List<GridSortOrder<InventoryItem>> order = new ArrayList<>();
        // An address may ask for an order that no column shows.
        if (column != null) {
            order.add(new GridSortOrder<>(
                    column, query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        }
        if (!grid.getSortOrder().equals(order)) {
            grid.sort(order);
        }
    }

    private Grid.Column<InventoryItem> column(Sort sort) {
        return Objects.requireNonNull(columns.get(sort));
    }

    void hide(Set<Sort> unwanted) {
        hidden = unwanted.isEmpty() ? EnumSet.noneOf(Sort.class) : EnumSet.copyOf(unwanted);
        lay();
    }

    Set<Sort> hidden() {
        return hidden;
    }

    void fit(int pixels) {
        width = pixels;
        lay();
    }

    private void lay() {
        columns.forEach((sort, column) -> {
            boolean fits = width >= MEDIUM || (width >= NARROW && sort != Sort.PROJECT && sort != Sort.CPUS);
            column.setVisible(!OPTIONAL.contains(sort) || (fits && !hidden.contains(sort)));
        });
        boolean narrow = width < NARROW;
        boolean wide = width >= MEDIUM;
        column(Sort.NAME).setWidth(narrow ? NARROW_NAME : wide ? WIDE_NAME : MEDIUM_NAME);
        column(Sort.STATE).setWidth(narrow ? NARROW_STATE : wide ? WIDE_STATE : MEDIUM_STATE);
        grid.getElement().getClassList().set("narrow", narrow);
    }
}
