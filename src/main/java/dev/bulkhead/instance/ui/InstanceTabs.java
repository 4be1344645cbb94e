package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.access.AccessService;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.ui.InstanceAccess;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.console.ConsoleService;
import dev.bulkhead.console.ui.ConsolePanel;
import dev.bulkhead.instance.InventoryItem;
import dev.bulkhead.metrics.HistoryService;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.ChartSource;
import dev.bulkhead.metrics.ui.UsageCharts;
import dev.bulkhead.operation.audit.AuditService;
import dev.bulkhead.operation.audit.ui.AuditHistory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The parts of an instance's page; which one is open stands in the address. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class InstanceTabs extends PageTabs {

    private static final String OVERVIEW = "";
    private static final String CONSOLE = "console";
    private static final String LOGS = "logs";
    private static final String USAGE = "usage";
    private static final String HISTORY = "history";
    private static final String ACCESS = "access";

    private final OverviewTab overview;
    private final ConsoleService consoles;
    private final AuditService audit;
    private final AccessService access;
    private final InstanceAccess whoMay;
    private final HistoryService history;
    private final UsageService usage;
    private final InstanceMarks marks;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    InstanceTabs(
            OverviewTab overview,
            ConsoleService consoles,
            AuditService audit,
            AccessService access,
            InstanceAccess whoMay,
            HistoryService history,
            UsageService usage,
            InstanceMarks marks) {
        this.overview = overview;
        this.consoles = consoles;
        this.audit = audit;
        this.access = access;
        this.whoMay = whoMay;
        this.history = history;
        this.usage = usage;
        this.marks = marks;
        addTab(OVERVIEW, "overview");
        addTab(CONSOLE, "console");
        addTab(LOGS, "logs");
        addTab(USAGE, "usage");
        addTab("configuration", "configuration");
        addTab("storage", "storage");
        addTab("network", "network");
        if (access.allows(Permission.AUDIT_VIEW)) {
            addTab(HISTORY, "history");
        }
        addTab(ACCESS, "access");
    }

    private void addTab(String key, String label) {
        Tab tab = new Tab(text("tab." + label));
        tabs.put(key, tab);
        add(tab);
    }

    /** @param choice told which tab the reader chose, "" for the first */
    void onChoice(Consumer<String> choice) {
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                choice.accept(chosen());
            }
        });
    }

    private String chosen() {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OVERVIEW);
    }

    /** Opens the tab of that key; the first for any other word, since it comes from an address, and for what is not allowed. */
    void choose(InstanceId instance, String key) {
        tabs.forEach((name, tab) -> tab.setVisible(isFor(name, instance)));
        Tab wanted = tabs.get(key);
        setSelectedTab(wanted != null && wanted.isVisible() ? wanted : tabs.get(OVERVIEW));
    }

    private boolean isFor(String tab, InstanceId instance) {
        return switch (tab) {
            case CONSOLE, LOGS -> access.allows(Permission.CONSOLE_VIEW, instance);
            case ACCESS -> whoMay.isAllowed(instance);
            default -> true;
        };
    }

    /** @param parameters of the page's address */
    Component content(InventoryItem item, QueryParameters parameters) {
        return switch (chosen()) {
            case CONSOLE -> consoles(item, false, parameters);
            case LOGS -> consoles(item, true, parameters);
            case USAGE ->
                UsageCharts.ofInstance(
                        ChartSource.of(item.id(), item.instance().kind(), history, usage),
                        (from, to) -> marks.between(item.id(), from, to),
                        "instances/" + item.id(),
                        parameters);
            case "configuration" -> new ConfigurationTab(item.instance());
            case "storage" -> new StorageTab(item.instance());
            case "network" -> new NetworkTab(item.instance());
            case ACCESS -> whoMay.of(item.id(), item.instance().name());
            case HISTORY -> new AuditHistory(audit, item.id().toString());
            default -> overview.of(item);
        };
    }

    private ConsolePanel consoles(InventoryItem item, boolean log, QueryParameters parameters) {
        String path = "instances/" + item.id();
        return new ConsolePanel(
                consoles,
                access.allows(Permission.CONSOLE_CONTROL, item.id()),
                new ConsolePanel.Place(item.id(), item.instance().name(), log, path, path + "/console", parameters));
    }
}
