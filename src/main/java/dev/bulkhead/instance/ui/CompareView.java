package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.EmptyState;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.common.ui.Links;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.instance.InstanceService;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.CompareCharts;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What some instances used, in one chart a resource. Which ones, and when, stands in the address. */
@Route("usage/compare")
@PermitAll
class CompareView extends Main implements AfterNavigationObserver, PageHeading {

    private static final String PATH = "usage/compare";
    private static final String IDS = "id";

    private final transient InstanceService instances;
    private final transient HistoryService history;
    private final transient UsageService usage;
    private final transient Rows rows;

    CompareView(InstanceService instances, HistoryService history, UsageService usage, Rows rows) {
        this.instances = instances;
        this.history = history;
        this.usage = usage;
        this.rows = rows;
        addClassName("instance-page");
    }

    static void open(List<InventoryItem> items) {
        UI.getCurrent()
                .navigate(
                        PATH,
                        new QueryParameters(Map.of(
                                IDS,
                                items.stream().map(item -> item.id().toString()).toList())));
    }

    @Override
    public String heading() {
        return text("compare");
    }

    @Override
    public Parent parent() {
        return new Parent(text("usage"), "usage");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        Map<InstanceId, String> names = new LinkedHashMap<>();
        address.getParameters(IDS).stream()
                .flatMap(word -> InstanceId.parse(word).stream())
                .distinct()
                .flatMap(id -> instances.find(id).stream())
                .limit(CompareCharts.MOST)
                .forEach(item -> names.put(item.id(), rows.name(item)));
        removeAll();
        if (names.isEmpty()) {
            add(new EmptyState(
                    Icon.INSTANCES,
                    text("compare.none"),
                    text("compare.none.why"),
                    Links.to("instances", text("instance.all"))));
            return;
        }
        add(new CompareCharts(history, usage, names, address, range -> AddressBar.push(PATH, address(names, range))));
    }

    private static QueryParameters address(Map<InstanceId, String> names, Map<String, String> range) {
        Map<String, List<String>> parameters = new HashMap<>();
        range.forEach((name, value) -> parameters.put(name, List.of(value)));
        parameters.put(IDS, names.keySet().stream().map(InstanceId::toString).toList());
        return new QueryParameters(parameters);
    }
}
