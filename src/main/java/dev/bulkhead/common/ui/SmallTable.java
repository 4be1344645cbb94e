package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A handful of rows within a card. Longer ones are cut, and say so: whoever made five thousand disks does not hang the page. */
public final class SmallTable extends Div {

    private static final int MOST = 100;

    private final List<NativeTableHeaderCell> headings = new ArrayList<>();
    private final NativeTableBody body = new NativeTableBody();

    /** @param headings one for each column; "" for one that explains itself */
    public SmallTable(String... headings) {
        addClassName("small-table");
        NativeTable table = new NativeTable();
        NativeTableRow head = new NativeTableRow();
        for (String heading : headings) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            this.headings.add(cell);
            head.add(cell);
        }
        if (headings.length > 0) {
            table.getHead().add(head);
        }
        table.add(body);
        add(table);
    }

    /** Aligns the headings of these columns, counted from 0, with the numbers below them. */
    public SmallTable numbersIn(int... columns) {
        for (int column : columns) {
            headings.get(column).addClassName("end");
        }
        return this;
    }

    /** One row for each of {@code items}. */
    public <T> SmallTable rows(List<T> items, BiConsumer<SmallTable, T> row) {
        items.stream().limit(MOST).forEach(item -> row.accept(this, item));
        if (items.size() > MOST) {
            add(new Paragraph(text("table.more", items.size() - MOST)));
        }
        return this;
    }

    public boolean isEmpty() {
        return body.getElement().getChildCount() == 0;
    }

    public void row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component content : cells) {
            row.add(new NativeTableCell(content));
        }
        body.add(row);
    }

    public static Span words(String text) {
        return new Span(text.isEmpty() ? Units.UNKNOWN : Texts.cut(text, 200));
    }

    public static Span muted(String text) {
        Span span = words(text);
        span.addClassName("muted");
        return span;
    }

    public static Span number(String text) {
        Span span = words(text);
        span.addClassName("number");
        return span;
    }

    public static Span code(String text) {
        Span span = words(text);
        span.addClassName("mono");
        return span;
    }
}
