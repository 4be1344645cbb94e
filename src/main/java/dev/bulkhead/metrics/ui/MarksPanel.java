package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Composite;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.SmallTable;
import java.io.Serial;
import java.util.List;

/** What charts mark, in words; not there while there is nothing. */
final class MarksPanel extends Composite<Panel> {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    protected Panel initContent() {
        return new Panel(text("chart.marks"));
    }

    void show(List<Mark> marks) {
        setVisible(!marks.isEmpty());
        getContent()
                .show(new SmallTable()
                        .rows(
                                marks.reversed(),
                                (table, mark) ->
                                        table.row(SmallTable.words(mark.words()), RelativeTime.ago(mark.at()))));
    }
}
