package dev.bulkhead.capacity.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
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
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.host.HostService;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.metrics.UsageService;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What there is room for. Which tab is open, and what is asked on it, stands in the address. */
@Route(CapacityView.PATH)
@PermitAll
class CapacityView extends Main implements BeforeEnterObserver, PageHeading {

    static final String PATH = "capacity";
    static final String TAB = "tab";

    private static final String FIRST = "now";

    private final PageTabs tabs = new PageTabs();
    private final Div body = new Div();
    private final Map<String, Tab> labels = new LinkedHashMap<>();
    private final Map<String, Function<QueryParameters, Component>> contents = new LinkedHashMap<>();

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
        offer(FIRST, parameters -> new NowTab(capacity, usage));
        if (access.allows(Permission.HOST_VIEW)) {
            offer(FitTab.KEY, parameters -> new FitTab(capacity, instances, parameters));
            offer(TrendTab.KEY, parameters -> new TrendTab(trends));
            offer(LossTab.KEY, parameters -> new LossTab(capacity, hosts, parameters));
        }
        offer(SizesTab.KEY, parameters -> new SizesTab(sizing));
        offer(LeftoverTab.KEY, parameters -> new LeftoverTab(leftovers));
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                QueryParameters none = parameters(chosen(), Map.of());
                AddressBar.push(PATH, none);
                show(chosen(), none);
            }
        });
        body.addClassName("tab-body");
        add(tabs, body);
    }

    private void offer(String key, Function<QueryParameters, Component> content) {
        Tab tab = new Tab(text("room." + key));
        labels.put(key, tab);
        contents.put(key, content);
        tabs.add(tab);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String key = asked.getSingleParameter(TAB).filter(labels::containsKey).orElse(FIRST);
        tabs.setSelectedTab(labels.get(key));
        show(key, asked);
    }

    @Override
    public String heading() {
        return text("room");
    }

    /** Of the address of a tab; the first needs none. */
    static QueryParameters parameters(String key, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(TAB, key.equals(FIRST) ? "" : key);
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        return QueryParameters.simple(parameters);
    }

    private String chosen() {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tabs.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FIRST);
    }

    private void show(String key, QueryParameters parameters) {
        body.removeAll();
        Function<QueryParameters, Component> content = contents.get(key);
        if (content != null) {
            body.add(content.apply(parameters));
        }
    }
}
