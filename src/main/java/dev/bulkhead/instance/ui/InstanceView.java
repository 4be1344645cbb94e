package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.console.ThumbnailService;
import dev.bulkhead.console.ui.ConsolePanel;
import dev.bulkhead.console.ui.Thumbnails;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.instance.lease.LeaseService;
import dev.bulkhead.metrics.ui.UsageCharts;
import dev.bulkhead.operation.OperationService;
import dev.bulkhead.operation.audit.ui.AuditHistory;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One instance, by its id: true while it is open, and clear about it when the instance is gone. */
@Route("instances/:id")
@PermitAll
class InstanceView extends Main implements BeforeEnterObserver, PageHeading {

    private final InstanceService instances;
    private final Rows rows;
    private final InstanceTabs tabs;
    private final InstanceHeader header;
    private final InstanceNotices notices;
    private final Div body = new Div();
    private @Nullable InstanceId id;
    private @Nullable InventoryItem shown;
    private String shownProject = "";
    private @Nullable Component content;

    InstanceView(
            InstanceService instances,
            OperationService operations,
            Rows rows,
            ActionRequests requests,
            InstanceTabs tabs,
            ThumbnailService thumbnails,
            LeaseService leases,
            AccessService access) {
        this.instances = instances;
        this.rows = rows;
        this.tabs = tabs;
        addClassName("instance-page");
        notices = new InstanceNotices(leases, access);
        header = new InstanceHeader(
                rows, requests, access.allows(Permission.CONSOLE_VIEW) ? new Thumbnails(thumbnails) : null);
        body.addClassName("tab-body");
        tabs.onChoice(this::choose);
        LiveBinding.follow(this, instances::onChange, instances::changes, delta -> {
            if (!delta.complete() || (id != null && delta.keys().contains(id))) {
                refresh();
            }
        });
        LiveBinding.bind(notices, leases::onChange, () -> {
            if (shown != null) {
                notices.show(shown);
            }
        });
        LiveBinding.bind(header, operations::onChange, () -> {
            if (shown != null) {
                header.show(shown);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").flatMap(InstanceId::parse).orElse(null);
        shown = find().orElse(null);
        removeAll();
        if (shown == null) {
            add(missing("instance.unknown"));
            return;
        }
        add(header, notices, tabs, body);
        header.show(shown);
        notices.show(shown);
        tabs.choose(
                shown.id(),
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("tab")
                        .orElse(""));
        fill(shown, event.getLocation().getQueryParameters());
    }

    @Override
    public String heading() {
        return shown == null ? text("instance.unknown") : shown.instance().name();
    }

    @Override
    public Parent parent() {
        return new Parent(text("instances"), "instances");
    }

    /** The id of the instance on the page; empty when there is none. */
    Optional<InstanceId> shownId() {
        return Optional.ofNullable(shown).map(InventoryItem::id);
    }

    private Optional<InventoryItem> find() {
        return id == null ? Optional.empty() : instances.find(id);
    }

    private void choose(String tab) {
        InventoryItem item = shown;
        if (item != null) {
            QueryParameters parameters = tab.isEmpty() ? QueryParameters.empty() : QueryParameters.of("tab", tab);
            AddressBar.push("instances/" + item.id(), parameters);
            fill(item, parameters);
        }
    }

    private void refresh() {
        InventoryItem before = shown;
        InventoryItem now = find().orElse(null);
        if (before == null || (before.equals(now) && rows.project(before).equals(shownProject))) {
            return;
        }
        if (now == null) {
            shown = null;
            removeAll();
            add(missing("instance.deleted"));
            return;
        }
        shown = now;
        header.show(now);
        notices.show(now);
        if (!(content instanceof ConsolePanel || content instanceof AuditHistory || content instanceof UsageCharts)) {
            fill(now, QueryParameters.empty());
        }
    }

    /** A console outlives all changes of its instance; it finds out by itself when it has to go or may come back. */
    private void fill(InventoryItem item, QueryParameters parameters) {
        shownProject = rows.project(item);
        content = tabs.content(item, parameters);
        body.removeAll();
        body.add(content);
        body.setClassName("wide", content instanceof ConsolePanel);
    }

    private static Component missing(String key) {
        return new EmptyState(
                Icon.INSTANCES, text(key), text(key + ".why"), Links.to("instances", text("instance.all")));
    }
}
