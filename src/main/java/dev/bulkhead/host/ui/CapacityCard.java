package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Meter;
import dev.bulkhead.common.ui.Units;
import dev.bulkhead.host.HostCapacity.Resource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One resource as used, promised and there: in numbers, and as a bar. What is not known is said to be so. */
public final class CapacityCard extends Section {

    /** What is measured, and so in which unit. */
    public enum Kind {
        CPU,
        MEMORY,
        STORAGE
    }

    private final Kind kind;
    private final Span amount = new Span();
    private final Span remark = new Span();
    private final Meter meter;
    private final Span used = new Span();
    private final Span promised = new Span();

    public CapacityCard(Kind kind) {
        this.kind = kind;
        addClassNames("card", "capacity");
        String label = text("resource." + kind.name().toLowerCase(Locale.ROOT));
        meter = new Meter(label);
        amount.addClassName("big");
        remark.addClassName("muted");
        promised.addClassName("of-promised");
        Div figures = new Div(amount, remark);
        figures.addClassName("amount");
        Div legend = new Div(used, promised);
        legend.addClassName("legend");
        add(new H2(label), figures, meter, legend);
    }

    public void show(Resource resource) {
        Double total = resource.total();
        amount.setText(resource.used() == null ? Units.UNKNOWN : number(resource.used(), total));
        remark.setText(total == null ? text("capacity.unknown") : remark(total));
        Double usedShare = share(resource.used(), total);
        Double promisedShare = share(resource.promised(), total);
        meter.show(usedShare, promisedShare);
        used.setVisible(usedShare != null);
        used.setText(usedShare == null ? "" : text("capacity.used", Units.percent(usedShare)));
        promised.setVisible(resource.promised() != null);
        promised.setText(resource.promised() == null ? "" : promise(resource.promised(), promisedShare));
    }

    private String remark(double total) {
        return kind == Kind.CPU
                ? text("capacity.cpu", Units.number(total, 0))
                : text("capacity.bytes", withUnit(total));
    }

    private String promise(double promise, @Nullable Double share) {
        String words = kind == Kind.CPU
                ? text("capacity.cpu-promised", Units.number(promise, 1))
                : text("capacity.promised", withUnit(promise));
        return share != null && share > 1 ? words + " " + text("capacity.times", Units.number(share, 1)) : words;
    }

    private String number(double value, @Nullable Double scale) {
        return kind == Kind.CPU ? Units.number(value, 1) : Units.amount(value, scale == null ? value : scale);
    }

    private static String withUnit(double bytes) {
        return Units.amount(bytes, bytes) + "\u00a0" + Units.byteUnit(bytes);
    }

    private static @Nullable Double share(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || whole == 0 ? null : part / whole;
    }
}
