package dev.bulkhead.host.ui;

import static dev.bulkhead.common.ui.Texts.cut;
import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.NavigationPanel;
import dev.bulkhead.common.ui.StateBadge;
import dev.bulkhead.common.ui.Tone;
import dev.bulkhead.host.EngineStatus;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;

/** The hosts at the foot of the navigation, each with how many of its engines answer. */
@org.springframework.stereotype.Component
class HostsPanel implements NavigationPanel {

    private static final int MOST = 12;

    private final HostService hosts;
    private final AccessService access;

    HostsPanel(HostService hosts, AccessService access) {
        this.hosts = hosts;
        this.access = access;
    }

    @Override
    public boolean isAllowed() {
        return access.allows(Permission.HOST_VIEW);
    }

    @Override
    public Component create() {
        Div lines = new Div();
        Nav panel = new Nav(new H2(text("hosts")), lines);
        panel.setAriaLabel(text("hosts"));
        LiveBinding.bind(panel, hosts::onChange, () -> {
            lines.removeAll();
            hosts.hosts().stream().limit(MOST).map(HostsPanel::line).forEach(lines::add);
        });
        return panel;
    }

    private static Anchor line(HostStatus host) {
        Span name = new Span(cut(host.name(), 60));
        name.addClassName("name");
        Anchor line = new Anchor("hosts#" + host.id(), Icon.HOSTS.create(), name, engines(host));
        line.getElement().setAttribute("router-link", true);
        line.addClassName("host-line");
        return line;
    }

    private static StateBadge engines(HostStatus host) {
        long up = host.engines().stream().filter(EngineStatus::isUp).count();
        int all = host.engines().size();
        StateBadge badge = up == all
                ? new StateBadge(all == 0 ? Tone.STOPPED : Tone.RUNNING, text("hosts.engines", all))
                : new StateBadge(Tone.TROUBLE, text("hosts.engines-up", up, all));
        badge.addClassName("plain");
        return badge;
    }
}
