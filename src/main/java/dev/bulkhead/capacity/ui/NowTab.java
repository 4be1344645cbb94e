package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.capacity.CapacityReport;
import dev.bulkhead.capacity.CapacityReport.HostUse;
import dev.bulkhead.capacity.CapacityReport.Unlimited;
import dev.bulkhead.capacity.CapacityService;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostCapacity.Resource;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.host.StoragePlace;
import dev.bulkhead.metrics.UsageService;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Used, promised and there, of each host and each project; live. */
final class NowTab extends Div {

    private static final int NAMED = 12;
    private static final int LONGEST = 80;

    private final CapacityService capacity;
    private @Nullable CapacityReport shown;

    NowTab(CapacityService capacity, UsageService usage) {
        this.capacity = capacity;
        addClassName("column");
        refresh();
        LiveBinding.bind(this, usage::watchAll, this::refresh);
    }

    private void refresh() {
        CapacityReport report = capacity.report();
        if (report.equals(shown)) {
            return;
        }
        shown = report;
        removeAll();
        Paragraph meaning = new Paragraph(text("room.now.why"));
        meaning.addClassName("muted");
        add(meaning);
        report.hosts().stream().map(NowTab::host).forEach(this::add);
        add(new ProjectsPanel(report.projects()));
    }

    private static Component host(HostUse use) {
        HostStatus host = use.host();
        HostCapacity has = host.capacity();
        SmallTable table = new SmallTable(
                        text("room.resource"),
                        text("room.share"),
                        text("room.used"),
                        text("room.promised"),
                        text("room.total"),
                        text("room.ratio"))
                .numbersIn(2, 3, 4, 5);
        row(
                table,
                text("resource.cpu"),
                has.cpu(),
                Amount::cpus,
                host.promised().withoutCpuLimit());
        row(
                table,
                text("resource.memory"),
                has.memory(),
                Amount::bytes,
                host.promised().withoutMemoryLimit());
        table.rows(host.storagePlaces(), (all, place) -> row(all, name(place), place.resource(), Amount::bytes, 0));
        Panel panel = new Panel(cut(host.name(), LONGEST), table);
        panel.addClassName("room");
        if (host.inside() != null) {
            panel.remark(text("room.inside", host.inside()));
        }
        Component notes = unlimited(use.unlimited());
        if (notes != null) {
            panel.show(table, notes);
        }
        return panel;
    }

    static String name(StoragePlace place) {
        return text("room.pools", cut(String.join(", ", place.pools()), LONGEST), place.driver());
    }

    private static void row(
            SmallTable table, String name, Resource resource, Function<@Nullable Double, String> amount, int open) {
        Meter meter = new Meter(name);
        meter.show(share(resource.used(), resource.total()), resource.overCommit());
        table.row(
                SmallTable.words(name),
                meter,
                SmallTable.number(amount.apply(resource.used())),
                promised(amount.apply(resource.promised()), open),
                SmallTable.number(amount.apply(resource.total())),
                SmallTable.number(Amount.times(resource.overCommit())));
    }

    private static Component promised(String amount, int open) {
        Div cell = new Div(SmallTable.number(amount));
        cell.addClassName("room-cell");
        if (open > 0) {
            Span more = new Span(text("room.and-unlimited", open));
            more.addClassName("muted");
            cell.add(more);
        }
        return cell;
    }

    private static @Nullable Component unlimited(List<Unlimited> unlimited) {
        if (unlimited.isEmpty()) {
            return null;
        }
        Paragraph words = new Paragraph(Icon.WARNING.create(), new Span(text("room.unlimited", unlimited.size())));
        words.addClassName("room-note");
        unlimited.stream()
                .limit(NAMED)
                .forEach(one -> words.add(
                        Links.to("instances/" + one.id(), cut(one.name(), LONGEST)), new Span(measures(one))));
        if (unlimited.size() > NAMED) {
            words.add(new Span(text("table.more", unlimited.size() - NAMED)));
        }
        return words;
    }

    private static String measures(Unlimited one) {
        if (one.measures().size() > 1) {
            return text("room.unlimited.both");
        }
        return text(one.measures().contains(Measure.CPUS) ? "room.unlimited.cpu" : "room.unlimited.memory");
    }

    private static @Nullable Double share(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || whole == 0 ? null : Double.valueOf(part / whole);
    }
}
