package dev.bulkhead.access.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.bulkhead.access.AccessDifference;
import dev.bulkhead.access.Permission;
import dev.bulkhead.access.Person;
import dev.bulkhead.access.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What giving or taking would change, in sentences. */
final class Preview extends Div {

    private static final int MOST = 20;

    private final UnorderedList sentences = new UnorderedList();

    Preview() {
        addClassName("preview");
        sentences.getElement().setAttribute("aria-label", text("preview"));
        getElement().setAttribute("role", "status");
        add(sentences);
    }

    void show(List<AccessDifference> differences, Names names) {
        List<String> all = sentences(differences, names);
        sentences.removeAll();
        all.stream().limit(MOST).map(ListItem::new).forEach(sentences::add);
        if (all.size() > MOST) {
            sentences.add(new ListItem(text("table.more", all.size() - MOST)));
        }
        if (all.isEmpty()) {
            sentences.add(new ListItem(text("preview.nothing")));
        }
    }

    /** One for all places where a person gains, or loses, the same. */
    static List<String> sentences(List<AccessDifference> differences, Names names) {
        record Same(Person person, boolean gained, Set<Permission> permissions) {}
        Map<Same, List<Scope>> together = new LinkedHashMap<>();
        for (AccessDifference difference : differences) {
            for (Same same : List.of(
                    new Same(difference.person(), true, difference.gained()),
                    new Same(difference.person(), false, difference.lost()))) {
                if (!same.permissions.isEmpty()) {
                    together.computeIfAbsent(same, first -> new ArrayList<>()).add(difference.scope());
                }
            }
        }
        return together.entrySet().stream()
                .map(entry -> text(
                        entry.getKey().gained ? "preview.gains" : "preview.loses",
                        entry.getKey().person.name(),
                        entry.getValue().stream().map(names::scope).sorted().collect(Collectors.joining(", ")),
                        AccessWords.permissions(entry.getKey().permissions)))
                .toList();
    }
}
