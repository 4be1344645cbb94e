package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.ui.FactList;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.common.ui.RelativeTime;
import dev.bulkhead.common.ui.SmallTable;
import dev.bulkhead.engine.Instance;
import dev.bulkhead.engine.InstanceDetails.ApplicationContainer;
import dev.bulkhead.engine.InstanceDetails.SystemContainer;
import dev.bulkhead.instance.InstanceEvent;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.instance.lease.LeaseService;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.operation.OperationQuery;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.ui.RecentTasks;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Facts, what it uses now, and what happened to it lately. */
@Component
class OverviewTab {

    private static final int EVENTS = 10;
    private static final int TASKS = 6;

    private final InstanceService instances;
    private final UsageService usage;
    private final OperationService operations;
    private final LeaseService leases;
    private final Rows rows;
    private final AccessService access;

    OverviewTab(
            InstanceService instances,
            UsageService usage,
            OperationService operations,
            LeaseService leases,
            Rows rows,
            AccessService access) {
        this.instances = instances;
        this.usage = usage;
        this.operations = operations;
        this.leases = leases;
        this.rows = rows;
        this.access = access;
    }

    Div of(InventoryItem item) {
        Panel tasks = new Panel(
                text("tasks"),
                new RecentTasks(
                        operations, new OperationQuery(Set.of(), item.id().toString(), 0, TASKS)));
        Div right = new Div(new UsagePanel(usage, item), new Panel(text("instance.events"), events(item)), tasks);
        right.addClassName("column");
        Panel facts = new Panel(text("instance.facts"), facts(item));
        if (access.allows(Permission.HOST_VIEW)) {
            facts.remark(Links.to("capacity?tab=fit&like=" + item.id(), text("instance.one-more")));
        }
        Div content = new Div(facts, right);
        content.addClassName("halves");
        return content;
    }

    private FactList facts(InventoryItem item) {
        Instance instance = item.instance();
        FactList facts = new FactList()
                .fact(text("fact.kind"), Words.kind(instance.kind()))
                .fact(text("fact.title"), instance.title())
                .fact(text("fact.description"), instance.description())
                .fact(text("fact.host"), rows.host(item))
                .fact(text("fact.engine"), item.id().engine().value())
                .fact(text("fact.project"), rows.project(item))
                .code(
                        text("fact.addresses"),
                        String.join(
                                ", ", instance.addresses().stream().limit(20).toList()))
                .fact(text("fact.image"), image(instance));
        if (instance.created() != null) {
            facts.fact(text("fact.created"), RelativeTime.ago(instance.created()));
        }
        if (instance.started() != null) {
            facts.fact(text("fact.started"), RelativeTime.ago(instance.started()));
        }
        leases.find(item.id()).ifPresent(lease -> facts.fact(text("fact.lease"), RelativeTime.ahead(lease.endsAt())));
        if (instance.autostart() != null) {
            facts.fact(text("fact.autostart"), text(instance.autostart() ? "yes" : "no"));
        }
        if (instance.snapshots() != null) {
            facts.fact(text("fact.snapshots"), String.valueOf(instance.snapshots()));
        }
        return facts.code(text("fact.id"), item.id().toString());
    }

    private static String image(Instance instance) {
        return switch (instance.details()) {
            case ApplicationContainer container -> container.image();
            case SystemContainer container -> container.image();
            default -> "";
        };
    }

    private com.vaadin.flow.component.Component events(InventoryItem item) {
        List<InstanceEvent> events =
                instances.events(item.id()).stream().limit(EVENTS).toList();
        if (events.isEmpty()) {
            Paragraph none = new Paragraph(text("instance.no-events"));
            none.addClassName("muted");
            return none;
        }
        return new SmallTable()
                .rows(
                        events,
                        (table, event) -> table.row(SmallTable.words(event.what()), RelativeTime.ago(event.at())));
    }
}
