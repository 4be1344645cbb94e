package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.Usage;
import dev.bulkhead.metrics.UsageService;
import java.util.List;

/** The instances that use most CPU now. */
final class BusiestPanel extends Composite<Panel> {

    private static final int MOST = 5;

    private final UsageService usage;
    private final InstanceService instances;
    private final Rows rows;

    BusiestPanel(UsageService usage, InstanceService instances, Rows rows) {
        this.usage = usage;
        this.instances = instances;
        this.rows = rows;
        refresh();
        LiveBinding.bind(this, usage::watchAll, this::refresh);
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("busiest")).remark(text("busiest.by-cpu"));
    }

    private void refresh() {
        List<Usage> busiest = usage.busiest(MOST);
        SmallTable table = new SmallTable();
        busiest.forEach(one -> instances.find(one.id()).ifPresent(item -> row(table, item, one)));
        if (busiest.isEmpty()) {
            Paragraph none = new Paragraph(text("busiest.none"));
            none.addClassName("muted");
            getContent().show(none);
        } else {
            getContent().show(table);
        }
    }

    private void row(SmallTable table, InventoryItem item, Usage now) {
        Double limit = item.instance().cpus();
        Meter meter = new Meter(text("resource.cpu"));
        meter.show(now.cpus() == null || limit == null || limit == 0 ? null : now.cpus() / limit, null);
        Component used = SmallTable.number(Words.cpus(now.cpus()));
        table.row(
                name(item),
                SmallTable.muted(rows.host(item)),
                meter,
                used,
                SmallTable.number(Units.bytesOf(now.memory(), item.instance().memory())));
    }

    private Component name(InventoryItem item) {
        Span name = new Span(
                Words.icon(item.instance().kind()).create(), Links.to("instances/" + item.id(), rows.name(item)));
        name.addClassName("kind-name");
        return name;
    }
}
