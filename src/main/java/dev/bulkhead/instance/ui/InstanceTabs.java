package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.bulkhead.common.ui.PageTabs;
import dev.bulkhead.instance.InventoryItem;
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

    private final OverviewTab overview;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    InstanceTabs(OverviewTab overview) {
        this.overview = overview;
        addTab(OVERVIEW, "overview");
        addTab("configuration", "configuration");
        addTab("storage", "storage");
        addTab("network", "network");
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

    /** Opens the tab of that key; the first for any other word, since it comes from an address. */
    void choose(String key) {
        setSelectedTab(tabs.getOrDefault(key, tabs.get(OVERVIEW)));
    }

    Component content(InventoryItem item) {
        return switch (chosen()) {
            case "configuration" -> new ConfigurationTab(item.instance());
            case "storage" -> new StorageTab(item.instance());
            case "network" -> new NetworkTab(item.instance());
            default -> overview.of(item);
        };
    }
}
