package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InstanceSummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many instances of each kind are in each state; every number leads to its list. */
final class KindsPanel extends Composite<Panel> {

    private final InstanceService instances;
    private final HostService hosts;
    private @Nullable InstanceSummary shown;

    KindsPanel(InstanceService instances, HostService hosts) {
        this.instances = instances;
        this.hosts = hosts;
        refresh();
        LiveBinding.bind(this, instances::onChange, this::refresh);
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("instances"));
    }

    private void refresh() {
        InstanceSummary now = instances.summary();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        SmallTable table = new SmallTable();
        for (InstanceKind kind : InstanceKind.values()) {
            table.row(name(kind), total(now, kind), states(kind, now.counts().getOrDefault(kind, Map.of())));
        }
        getContent().show(table);
        getContent().remark(text("instances.on", now.total(), hosts.hosts().size()));
    }

    private static Component name(InstanceKind kind) {
        Anchor link = Links.to("instances?kind=" + Words.key(kind), Words.kinds(kind));
        Span name = new Span(Words.icon(kind).create(), link);
        name.addClassName("kind-name");
        return name;
    }

    private static Component total(InstanceSummary summary, InstanceKind kind) {
        Span total = SmallTable.number(String.valueOf(summary.of(kind)));
        total.addClassName("total");
        return total;
    }

    private static Component states(InstanceKind kind, Map<InstanceState, Integer> counts) {
        Div states = new Div();
        states.addClassName("state-counts");
        for (InstanceState state : InstanceState.values()) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0) {
                Anchor link = Links.to("instances?kind=" + Words.key(kind) + "&state=" + Words.key(state), "");
                link.add(new Span(String.valueOf(count)), Words.badge(state));
                states.add(link);
            }
        }
        return states;
    }
}
