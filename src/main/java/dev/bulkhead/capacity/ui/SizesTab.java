package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.quota.Measure;
import dev.bulkhead.capacity.Proposal;
import dev.bulkhead.capacity.RightSizes;
import dev.bulkhead.capacity.RightSizingService;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.common.ui.Units;
import java.time.Duration;

/** Limits that do not suit what was used, with the numbers that say so. */
final class SizesTab extends Div {

    static final String KEY = "sizes";

    private static final int NAME = 80;
    private static final Duration DAY = Duration.ofDays(1);

    SizesTab(RightSizingService service) {
        addClassName("column");
        service.proposals()
                .ifPresentOrElse(
                        this::show, () -> add(new EmptyState(Icon.INFO, text("room.sizes"), text("room.sizes.fault"))));
    }

    private void show(RightSizes sizes) {
        if (sizes.measured() == 0) {
            add(new EmptyState(
                    Icon.CAPACITY, text("room.sizes.early"), text("room.sizes.early.why", span(sizes.longest()))));
            return;
        }
        Paragraph how = new Paragraph(text("room.sizes.how"));
        how.addClassName("muted");
        Component body = sizes.proposals().isEmpty()
                ? new Paragraph(text("room.sizes.none"))
                : new SmallTable(
                                text("room.instance"),
                                text("room.resource"),
                                text("room.sizes.verdict"),
                                text("room.sizes.limit"),
                                text("room.sizes.usual"),
                                text("room.sizes.most"),
                                text("room.sizes.proposed"),
                                text("room.sizes.covered"))
                        .numbersIn(3, 4, 5, 6, 7)
                        .rows(sizes.proposals(), SizesTab::row);
        add(new Panel(text("room.sizes"), body, how)
                .remark(text("room.sizes.measured", sizes.measured(), span(sizes.longest()))));
    }

    private static void row(SmallTable table, Proposal one) {
        boolean cpus = one.measure() == Measure.CPUS;
        table.row(
                Links.to("instances/" + one.id() + "?tab=usage", cut(one.name(), NAME)),
                SmallTable.words(text(cpus ? "resource.cpu" : "resource.memory")),
                one.isTight()
                        ? new StateBadge(Tone.TROUBLE, text("room.sizes.tight"))
                        : new StateBadge(Tone.PAUSED, text("room.sizes.wide")),
                number(cpus, one.limit()),
                number(cpus, one.usual()),
                number(cpus, one.most()),
                number(cpus, one.proposed()),
                SmallTable.number(span(one.covered())));
    }

    private static Component number(boolean cpus, double value) {
        return SmallTable.number(cpus ? Units.number(value, 2) : Amount.bytes(value));
    }

    /** "3.5 days"; below one, as any duration. */
    private static String span(Duration duration) {
        return duration.compareTo(DAY) < 0
                ? Units.duration(duration)
                : text("room.days", Units.number((double) duration.toMinutes() / DAY.toMinutes(), 1));
    }
}
