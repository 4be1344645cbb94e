package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.lease.LeaseService;
import dev.bulkhead.instance.ui.Attention.Matter;
import dev.bulkhead.operation.OperationService;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what needs attention, and says so when nothing does. */
final class AttentionPanel extends Composite<Panel> {

    private final Attention attention;
    private @Nullable List<Matter> shown;

    AttentionPanel(
            Attention attention,
            HostService hosts,
            InstanceService instances,
            OperationService operations,
            LeaseService leases) {
        this.attention = attention;
        refresh();
        LiveBinding.bind(this, hosts::onChange, this::refresh);
        LiveBinding.bind(this, instances::onChange, this::refresh);
        LiveBinding.bind(this, operations::onChange, this::refresh);
        LiveBinding.bind(this, leases::onChange, this::refresh);
    }

    @Override
    protected Panel initContent() {
        return new Panel(text("attention"));
    }

    private void refresh() {
        List<Matter> now = attention.now();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().remark(now.isEmpty() ? "" : String.valueOf(now.size()));
        Div list = new Div();
        list.addClassName("attention");
        now.forEach(matter -> list.add(line(matter)));
        if (now.isEmpty()) {
            Paragraph none = new Paragraph(text("attention.none"));
            none.addClassName("muted");
            list.add(none);
        }
        getContent().show(list);
    }

    private static Component line(Matter matter) {
        SvgIcon icon = Icon.WARNING.create();
        icon.addClassNames(matter.tone().className());
        Span title = new Span(matter.title());
        title.addClassName("title");
        Paragraph reason = new Paragraph();
        if (matter.at() != null) {
            reason.add(
                    matter.at().isAfter(Instant.now())
                            ? RelativeTime.ahead(matter.at())
                            : RelativeTime.ago(matter.at()),
                    new Span(" · "));
        }
        reason.add(new Span(matter.reason() + " "), Links.to(matter.path(), matter.step()));
        Div line = new Div(icon, new Div(title, reason));
        line.addClassName("matter");
        return line;
    }
}
