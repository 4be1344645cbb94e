package dev.bulkhead.common.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The tabs of a page and what the open one shows. Which that is stands in the address, so that it can be shared and Back leads to it. */
public final class AddressTabs extends PageTabs {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String TAB = "tab";

    private final String path;
    private final Div body = new Div();
    private final Map<String, Tab> labels = new LinkedHashMap<>();
    private final transient Map<String, Function<QueryParameters, Component>> contents = new LinkedHashMap<>();

    /** @param path of the page; also the beginning of the keys of the tabs' names */
    public AddressTabs(String path) {
        this.path = path;
        body.addClassName("tab-body");
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                String key = chosen();
                QueryParameters parameters = parameters(key.equals(first()) ? "" : key, Map.of());
                AddressBar.push(path, parameters);
                show(key, parameters);
            }
        });
    }

    /** Where the open tab's content is. */
    public Component body() {
        return body;
    }

    /**
     * Offers one more; the first is the one that opens where the address names none.
     *
     * @param content makes what it shows of what the address asks, each time it is opened
     */
    public void offer(String key, String name, Function<QueryParameters, Component> content) {
        Tab tab = new Tab(text(name));
        labels.put(key, tab);
        contents.put(key, content);
        add(tab);
    }

    /** Opens the tab that the address names, or the first. */
    public void open(QueryParameters asked) {
        String key = asked.getSingleParameter(TAB).filter(labels::containsKey).orElseGet(this::first);
        setSelectedTab(labels.get(key));
        show(key, asked);
    }

    /** Goes on in the same tab, asked for something else. */
    public void replace(String key, Map<String, String> more) {
        AddressBar.replace(path, parameters(key.equals(first()) ? "" : key, more));
    }

    /** What leads to a tab. @param key "" for the first; @param more what is asked of it, "" for nothing */
    public static QueryParameters parameters(String key, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(TAB, key);
        parameters.putAll(more);
        parameters.values().removeIf(String::isEmpty);
        return QueryParameters.simple(parameters);
    }

    private String first() {
        return labels.keySet().stream().findFirst().orElse("");
    }

    private String chosen() {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(this::first);
    }

    private void show(String key, QueryParameters parameters) {
        body.removeAll();
        Function<QueryParameters, Component> content = contents.get(key);
        if (content != null) {
            body.add(content.apply(parameters));
        }
    }
}
