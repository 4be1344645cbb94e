package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.metrics.MachineUsage;
import dev.bulkhead.metrics.Recent;
import dev.bulkhead.metrics.Resource;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** One machine in a few words and two lines. */
final class MachineTile extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NAME = 60;

    private final Figure cpu = new Figure(Resource.CPU);
    private final Figure memory = new Figure(Resource.MEMORY);

    MachineTile(HostStatus host) {
        addClassName("machine-tile");
        add(Links.to("hosts/" + host.id(), cut(host.name(), NAME)), cpu, memory);
    }

    /** @param has with what engines told of its use, up to a minute ago; @param now null when it did not tell; @param recent null when nothing is known of the last half hour */
    void show(HostCapacity has, @Nullable MachineUsage now, @Nullable Recent recent) {
        cpu.show(
                now == null ? has.cpu().used() : now.of(Resource.CPU),
                has.cpu().total(),
                recent == null ? null : recent.cpus());
        memory.show(
                now == null ? has.memory().used() : now.of(Resource.MEMORY),
                has.memory().total(),
                recent == null ? null : recent.memory());
    }

    /** What it uses of one resource; the full height of the line is all that there is. */
    private static final class Figure extends Div {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Resource resource;
        private final Span amount = new Span();
        private final Span whole = new Span();
        private final SmallLine line = new SmallLine();
        private final Span none = new Span(text("machines.none"));

        Figure(Resource resource) {
            this.resource = resource;
            Span label = new Span(text(resource == Resource.CPU ? "resource.cpu" : "resource.memory"));
            label.addClassName("muted");
            amount.addClassName("number");
            whole.addClassName("muted");
            none.addClassName("muted");
            Div words = new Div(label, amount, whole);
            words.addClassName("words");
            addClassName("machine-figure");
            add(words, line, none);
        }

        void show(@Nullable Double used, @Nullable Double total, float @Nullable [] values) {
            amount.setText(Amounts.words(resource, used));
            whole.setText(total == null ? "" : text("machines.of", total(total)));
            String heights = values == null ? "" : SmallLine.heights(values, total);
            line.setVisible(!heights.isEmpty());
            none.setVisible(heights.isEmpty());
            if (values != null) {
                line.show(heights, SmallLine.words(values, resource));
            }
        }

        private String total(double total) {
            return resource == Resource.CPU ? Units.number(total, 1) : Amounts.words(resource, total);
        }
    }
}
