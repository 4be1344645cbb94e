package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows with a name, some words and a menu each. On a phone what has no column stands below the name. */
public final class NamedGrid<T> extends Grid<T> {

    private static final int NARROW = 700;
    private static final int WIDE = 1200;

    /** Opens the menu of the row below its button, as a right click on the row would. */
    private static final String OPEN_MENU = """
            e => {
              const box = e.currentTarget.getBoundingClientRect();
              e.currentTarget.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, composed: true, cancelable: true,
                clientX: box.right, clientY: box.bottom}));
            }""";

    private static final String MENU =
            "<button class=\"row-menu\" ?hidden=\"${!item.any}\" aria-haspopup=\"menu\" aria-label=\"${item.label}\" @click=\"${"
                    + OPEN_MENU + "}\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"" + Icon.SPRITE + "#"
                    + Icon.MORE.symbol() + "\"></use></svg></button>";

    private final List<Column<T>> roomy = new ArrayList<>();
    private final List<Column<T>> spare = new ArrayList<>();
    private final List<T> shown = new ArrayList<>();
    private Function<T, List<RowAction>> actions = row -> List.of();

    public NamedGrid() {
        addClassName("hugging");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        setItems(shown);
        WindowWidth.follow(this, pixels -> {
            roomy.forEach(column -> column.setVisible(pixels >= NARROW));
            spare.forEach(column -> column.setVisible(pixels >= WIDE));
            getElement().getClassList().set("narrow", pixels < NARROW);
        });
    }

    /**
     * @param below what the other columns say, for where there is no room for them
     * @param open what a click on the name does; null for nothing
     */
    public NamedGrid<T> name(
            String header,
            ValueProvider<T, String> name,
            ValueProvider<T, String> below,
            @Nullable SerializableConsumer<T> open) {
        String word = open == null
                ? "<span class=\"name\">${item.name}</span>"
                : "<button class=\"name\" @click=\"${open}\">${item.name}</button>";
        LitRenderer<T> renderer = LitRenderer.<T>of("<div class=\"name-cell\"><div class=\"words\">" + word
                        + "<span class=\"below\">${item.below}</span></div></div>")
                .withProperty("name", row -> cut(name.apply(row), 120))
                .withProperty("below", row -> cut(below.apply(row), 200));
        if (open != null) {
            renderer.withFunction("open", open);
        }
        addColumn(renderer).setHeader(header).setWidth("140px").setFlexGrow(2);
        return this;
    }

    /** Text, cut where the column ends and whole on hover. */
    public NamedGrid<T> words(String header, String width, int grow, ValueProvider<T, String> words) {
        return roomy(
                header,
                width,
                grow,
                LitRenderer.<T>of("<span title=\"${item.words}\">${item.words}</span>")
                        .withProperty("words", row -> cut(words.apply(row), 600)));
    }

    public NamedGrid<T> roomy(String header, String width, int grow, LitRenderer<T> content) {
        roomy.add(addColumn(content).setHeader(header).setWidth(width).setFlexGrow(grow));
        return this;
    }

    /** The column that was put last is shown only where there is much room. */
    public NamedGrid<T> spare() {
        spare.add(roomy.removeLast());
        return this;
    }

    /** Gives each row room for a bar and words below it. */
    public NamedGrid<T> tall() {
        addClassName("tall");
        return this;
    }

    /** Shows {@code content} on a phone too. */
    public NamedGrid<T> always(String header, String width, LitRenderer<T> content) {
        addColumn(content).setHeader(header).setWidth(width).setFlexGrow(0);
        return this;
    }

    /**
     * @param name of a row, for those who do not see it
     * @param offered what can be done to a row, asked for when its menu opens
     */
    public void menu(ValueProvider<T, String> name, Function<T, List<RowAction>> offered) {
        actions = offered;
        addColumn(LitRenderer.<T>of(MENU)
                        .withProperty("any", row -> !actions(row).isEmpty())
                        .withProperty("label", row -> text("menu.of", cut(name.apply(row), 80))))
                .setHeader(text("column.actions"))
                .setWidth("90px")
                .setFlexGrow(0);
        GridContextMenu<T> menu = new GridContextMenu<>(this);
        menu.setDynamicContentHandler(row -> {
            menu.removeAll();
            if (row == null) {
                return false;
            }
            List<RowAction> now = actions(row);
            now.forEach(action -> {
                Span words = new Span(action.label());
                words.setClassName("danger", action.dangerous());
                menu.addItem(words, click -> action.perform().run());
            });
            return !now.isEmpty();
        });
    }

    /** What the menu of a row offers now. */
    public List<RowAction> actions(T row) {
        return actions.apply(row);
    }

    public void show(List<T> rows) {
        // Items set anew would lose their keys, and a click that is on its way its row.
        shown.clear();
        shown.addAll(rows);
        getListDataView().refreshAll();
        getStyle().set("--rows", String.valueOf(rows.size()));
    }

    /** @param dangerous whether something is lost by it */
    public record RowAction(String label, boolean dangerous, Runnable perform) {}
}
