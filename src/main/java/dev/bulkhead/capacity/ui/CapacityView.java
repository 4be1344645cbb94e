package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.capacity.CapacityService;
import dev.bulkhead.capacity.LeftoverService;
import dev.bulkhead.capacity.RightSizingService;
import dev.bulkhead.capacity.TrendService;
import dev.bulkhead.common.ui.AddressTabs;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.metrics.UsageService;
import jakarta.annotation.security.PermitAll;
import java.util.function.Function;

/** What there is room for. Which tab is open, and what is asked on it, stands in the address. */
@Route(CapacityView.PATH)
@PermitAll
class CapacityView extends Main implements BeforeEnterObserver, PageHeading {

    static final String PATH = "capacity";

    private final AddressTabs tabs = new AddressTabs(PATH);

    CapacityView(
            CapacityService capacity,
            RightSizingService sizing,
            LeftoverService leftovers,
            TrendService trends,
            HostService hosts,
            InstanceService instances,
            UsageService usage,
            AccessService access) {
        addClassName("capacity-page");
        offer("now", parameters -> new NowTab(capacity, usage));
        if (access.allows(Permission.HOST_VIEW)) {
            offer(FitTab.KEY, parameters -> new FitTab(capacity, instances, parameters));
            offer(TrendTab.KEY, parameters -> new TrendTab(trends));
            offer(LossTab.KEY, parameters -> new LossTab(capacity, hosts, parameters));
        }
        offer(SizesTab.KEY, parameters -> new SizesTab(sizing));
        offer(LeftoverTab.KEY, parameters -> new LeftoverTab(leftovers));
        add(tabs, tabs.body());
    }

    private void offer(String key, Function<QueryParameters, Component> content) {
        tabs.offer(key, "room." + key, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        tabs.open(event.getLocation().getQueryParameters());
    }

    @Override
    public String heading() {
        return text("room");
    }
}
