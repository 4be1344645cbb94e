package dev.bulkhead.alert.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.alert.AlertService;
import dev.bulkhead.alert.RuleService;
import dev.bulkhead.alert.send.TargetService;
import dev.bulkhead.common.ui.AddressTabs;
import dev.bulkhead.common.ui.PageHeading;
import jakarta.annotation.security.PermitAll;
import java.util.function.Supplier;

/** What fires, what fired, by which rules, and who is told. Which of the lists is open stands in the address. */
@Route(AlertsView.PATH)
@PermitAll
class AlertsView extends Main implements BeforeEnterObserver, PageHeading {

    static final String PATH = "alerts";

    private final AddressTabs tabs = new AddressTabs(PATH);

    AlertsView(AlertService alerts, RuleService rules, TargetService targets, RulePlaces places, AccessService access) {
        addClassNames("access-page", "alerts-page");
        offer("firing", () -> new AlertList(alerts, false));
        offer("history", () -> new AlertList(alerts, true));
        if (access.allows(Permission.ALERT_MANAGE)) {
            offer("rules", () -> new RulesTab(rules, places));
            offer("targets", () -> new TargetsTab(targets));
        }
        add(tabs, tabs.body());
    }

    private void offer(String key, Supplier<Component> list) {
        tabs.offer(key, "alerts." + key, asked -> list.get());
    }

    @Override
    public String heading() {
        return text("alerts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        tabs.open(event.getLocation().getQueryParameters());
    }
}
