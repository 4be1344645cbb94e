package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ByteSize;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.Usage;
import dev.bulkhead.metrics.UsageService;
import org.jspecify.annotations.Nullable;

/** CPU and memory as they are used now. */
final class UsagePanel extends Composite<Div> {

    private final Instance instance;
    private final Figure cpu = new Figure(text("resource.cpu"));
    private final Figure memory = new Figure(text("resource.memory"));

    UsagePanel(UsageService usage, InventoryItem item) {
        this.instance = item.instance();
        Div figures = new Div(cpu, memory);
        figures.addClassName("figures");
        getContent().add(new Panel(text("usage.now"), figures));
        show(usage.latest(item.id()).orElse(null));
        if (instance.state().isActive()) {
            LiveBinding.bind(
                    this,
                    changed -> usage.watch(item.id(), changed),
                    () -> show(usage.latest(item.id()).orElse(null)));
        }
    }

    private void show(@Nullable Usage now) {
        Double cpus = now == null ? null : now.cpus();
        Double limit = instance.cpus();
        cpu.show(
                Units.cpus(cpus),
                limit == null ? text("usage.cpus") : text("usage.of-cpus", Words.cpus(limit)),
                cpus == null || limit == null || limit == 0 ? null : cpus / limit);
        ByteSize used = now == null ? null : now.memory();
        ByteSize whole = instance.memory();
        memory.show(
                Units.bytes(used),
                whole == null ? text("usage.no-limit") : text("usage.of", Units.bytes(whole)),
                used == null || whole == null ? null : used.shareOf(whole));
    }

    private static final class Figure extends Div {

        private final Span number = new Span();
        private final Span remark = new Span();
        private final Meter meter;

        Figure(String label) {
            addClassName("figure");
            Span name = new Span(label);
            name.addClassName("muted");
            number.addClassName("big");
            remark.addClassName("muted");
            meter = new Meter(label);
            Div words = new Div(number, remark);
            words.addClassName("amount");
            add(name, words, meter);
        }

        void show(String amount, String words, @Nullable Double share) {
            number.setText(amount);
            remark.setText(words);
            meter.show(share, null);
        }
    }
}
