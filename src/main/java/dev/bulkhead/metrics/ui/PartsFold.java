package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.engine.Part;
import dev.bulkhead.metrics.PartUsage;
import dev.bulkhead.metrics.Resource;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/** What each virtual CPU, disk and interface uses now. Read only while it is unfolded. */
final class PartsFold extends Details {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double NANOS = 1e9;

    PartsFold(PartsSource source) {
        super(text("parts"));
        addClassName("parts");
        addOpenedChangeListener(change -> {
            removeAll();
            if (change.isOpened()) {
                add(new Tables(source));
            }
        });
    }

    private static final class Tables extends Div {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient PartsSource source;

        Tables(PartsSource source) {
            this.source = source;
            addClassName("charts");
            LiveBinding.bind(this, source.watch()::apply, this::show);
        }

        private void show() {
            removeAll();
            Optional<List<PartUsage>> latest = source.latest().get();
            for (Part.Kind kind : Part.Kind.values()) {
                List<PartUsage> parts = latest.orElse(List.of()).stream()
                        .filter(part -> part.kind() == kind)
                        .toList();
                if (!parts.isEmpty()) {
                    add(new Panel(text(key(kind)), table(kind, parts)));
                }
            }
            if (getComponentCount() == 0) {
                setText(text(latest.isPresent() ? "parts.none" : "parts.untold"));
            }
        }
    }

    private static SmallTable table(Part.Kind kind, List<PartUsage> parts) {
        if (kind == Part.Kind.CPU) {
            return new SmallTable(text("parts.cpu.number"), text("chart.cpu"))
                    .numbersIn(1)
                    .rows(
                            parts,
                            (table, part) -> table.row(
                                    SmallTable.words(part.name()),
                                    amount(Resource.CPU, part, Meter.CPU_TIME, 1 / NANOS)));
        }
        boolean disk = kind == Part.Kind.DISK;
        Meter in = disk ? Meter.DISK_READ_BYTES : Meter.NETWORK_IN_BYTES;
        Meter out = disk ? Meter.DISK_WRITTEN_BYTES : Meter.NETWORK_OUT_BYTES;
        return new SmallTable(
                        text(disk ? "disk.device" : "nic.name"),
                        text(disk ? "chart.line.read" : "chart.line.in"),
                        text(disk ? "chart.line.written" : "chart.line.out"))
                .numbersIn(1, 2)
                .rows(
                        parts,
                        (table, part) -> table.row(
                                SmallTable.words(part.name()),
                                amount(Resource.DISK, part, in, 1),
                                amount(Resource.DISK, part, out, 1)));
    }

    private static Component amount(Resource resource, PartUsage part, Meter meter, double scale) {
        Double rate = part.get(meter);
        return SmallTable.number(Amounts.words(resource, rate == null ? null : rate * scale));
    }

    private static String key(Part.Kind kind) {
        return switch (kind) {
            case CPU -> "parts.cpu";
            case DISK -> "chart.disk";
            case INTERFACE -> "chart.network";
        };
    }
}
