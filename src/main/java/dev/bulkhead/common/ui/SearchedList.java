package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bulkhead.common.Registration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A list that is true while it is open, with a search and what can be added above it. */
public abstract class SearchedList<T> extends Div {

    private static final int TYPING_MILLIS = 150;

    protected final NamedGrid<T> grid = new NamedGrid<>();
    private final String countKey;
    private final Div bar = new Div();
    private final TextField search = new TextField();
    private final Span count = new Span();
    private final EmptyState nothing;
    private List<T> shown = List.of();
    private Consumer<String> searched = typed -> {};

    /**
     * @param countKey of the text that says how many rows there are
     * @param nothing shown where there is none
     * @param subscribe as for {@link LiveBinding#bind}
     */
    protected SearchedList(String countKey, EmptyState nothing, Function<Runnable, Registration> subscribe) {
        this.countKey = countKey;
        this.nothing = nothing;
        addClassName("searched-list");
        search.setPlaceholder(text("list.search"));
        search.setAriaLabel(text("list.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addValueChangeListener(change -> {
            refresh();
            if (change.isFromClient()) {
                searched.accept(change.getValue());
            }
        });
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        bar.addClassName("filter-bar");
        bar.add(search, count);
        Div list = new Div(grid, nothing);
        list.addClassName("list");
        add(bar, list);
        LiveBinding.bind(this, subscribe, this::refresh);
    }

    /** All rows, in order. */
    protected abstract List<T> load();

    /** What of a row is searched. */
    protected abstract String searchable(T row);

    /** Puts what can be done at the right end of the bar. */
    protected final void offer(String label, Runnable act) {
        Button button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bar.add(button);
    }

    /** What it shows. */
    public final NamedGrid<T> grid() {
        return grid;
    }

    public final void search(String text) {
        search.setValue(text);
    }

    public final void onSearch(Consumer<String> listener) {
        searched = listener;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        refresh();
    }

    /** Shows what there is now. */
    protected final void refresh() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<T> rows = load().stream()
                .filter(row -> searchable(row).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        if (!rows.equals(shown)) {
            shown = rows;
            grid.show(rows);
        }
        grid.setVisible(!rows.isEmpty());
        nothing.setVisible(rows.isEmpty());
        count.setText(text(countKey, rows.size()));
    }
}
