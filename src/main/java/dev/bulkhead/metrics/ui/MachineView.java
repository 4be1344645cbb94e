package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.UsageService;
import jakarta.annotation.security.PermitAll;

/** What one machine uses and used. */
@Route("hosts/:" + MachineView.HOST)
@PermitAll
class MachineView extends Main implements PageHeading, BeforeEnterObserver {

    static final String HOST = "host";

    private final HostService hosts;
    private final HistoryService history;
    private final UsageService usage;
    private String name = "";

    MachineView(HostService hosts, HistoryService history, UsageService usage) {
        this.hosts = hosts;
        this.history = history;
        this.usage = usage;
        addClassName("machine-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HostStatus host = event.getRouteParameters()
                .get(HOST)
                .flatMap(HostId::parse)
                .flatMap(hosts::host)
                .orElseThrow(NotFoundException::new);
        name = host.name();
        removeAll();
        Div back = new Div(Links.to("hosts#" + host.id(), text("machine.back")));
        add(
                back,
                UsageCharts.ofMachine(
                        ChartSource.of(host.id(), history, usage),
                        host.local(),
                        "hosts/" + host.id(),
                        event.getLocation().getQueryParameters()));
    }

    @Override
    public String heading() {
        return name;
    }
}
