package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.host.HostCapacity;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.ui.CapacityCard;
import dev.bulkhead.host.ui.InstallCommands;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.lease.LeaseService;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.MachinesPanel;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.ui.RecentTasks;
import jakarta.annotation.security.PermitAll;

/** Everything at a glance: what there is, what it does, what needs a hand. */
@Route("")
@PermitAll
class OverviewView extends Main implements PageHeading {

    private static final int TASKS = 6;

    private final HostService hosts;
    private final CapacityCard cpu = new CapacityCard(CapacityCard.Kind.CPU);
    private final CapacityCard memory = new CapacityCard(CapacityCard.Kind.MEMORY);
    private final CapacityCard storage = new CapacityCard(CapacityCard.Kind.STORAGE);

    OverviewView(
            HostService hosts,
            InstanceService instances,
            UsageService usage,
            HistoryService history,
            OperationService operations,
            LeaseService leases,
            Rows rows,
            Attention attention) {
        this.hosts = hosts;
        addClassName("overview-page");
        Div capacity = new Div(cpu, memory, storage);
        capacity.addClassName("thirds");
        if (hosts.engines().isEmpty()) {
            add(new Panel(text("empty.no-engine"), new InstallCommands()));
        }
        Panel tasks = new Panel(text("tasks"), new RecentTasks(operations, OperationQuery.newest(TASKS)))
                .remark(Links.to("tasks", text("all")));
        Div upper = new Div(
                new KindsPanel(instances, hosts), new AttentionPanel(attention, hosts, instances, operations, leases));
        Div lower = new Div(new BusiestPanel(usage, history, instances, rows), tasks);
        upper.addClassName("two-to-one");
        lower.addClassName("two-to-one");
        add(capacity, new MachinesPanel(hosts, history, usage), upper, lower);
        showCapacity();
        LiveBinding.bind(this, hosts::onChange, this::showCapacity);
    }

    @Override
    public String heading() {
        return text("overview");
    }

    private void showCapacity() {
        HostCapacity now = hosts.capacity();
        cpu.show(now.cpu());
        memory.show(now.memory());
        storage.show(now.storage());
    }
}
