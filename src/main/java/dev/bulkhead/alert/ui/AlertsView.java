package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.send.TargetService;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.PageTabs;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What fires, what fired, by which rules, and who is told. Which of the lists is open stands in the address. */
@Route(AlertsView.PATH)
@PermitAll
class AlertsView extends Main implements AfterNavigationObserver, PageHeading {

    static final String PATH = "alerts";

    private static final String TAB = "tab";
    private static final String FIRST = "firing";

    private final PageTabs tabs = new PageTabs();
    private final Div body = new Div();
    private final Map<String, Tab> labels = new LinkedHashMap<>();
    private final Map<String, Supplier<Component>> lists = new LinkedHashMap<>();

    AlertsView(AlertService alerts, RuleService rules, TargetService targets, RulePlaces places, AccessService access) {
        addClassNames("access-page", "alerts-page");
        addTab(FIRST, () -> new AlertList(alerts, false));
        addTab("history", () -> new AlertList(alerts, true));
        if (access.allows(Permission.ALERT_MANAGE)) {
            addTab("rules", () -> new RulesTab(rules, places));
            addTab("targets", () -> new TargetsTab(targets));
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                String key = chosen();
                AddressBar.push(PATH, key.equals(FIRST) ? QueryParameters.empty() : QueryParameters.of(TAB, key));
                show(key);
            }
        });
        body.addClassName("tab-body");
        add(tabs, body);
    }

    private void addTab(String key, Supplier<Component> list) {
        Tab tab = new Tab(text("alerts." + key));
        labels.put(key, tab);
        lists.put(key, list);
        tabs.add(tab);
    }

    @Override
    public String heading() {
        return text("alerts");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String key = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TAB)
                .filter(lists::containsKey)
                .orElse(FIRST);
        tabs.setSelectedTab(labels.get(key));
        show(key);
    }

    private String chosen() {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tabs.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FIRST);
    }

    private void show(String key) {
        body.removeAll();
        Supplier<Component> list = lists.get(key);
        if (list != null) {
            body.add(list.get());
        }
    }
}
