package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.bulkhead.common.HostId;
import dev.bulkhead.common.ui.FilterChip;
import dev.bulkhead.common.ui.Icon;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.InstanceState;
import dev.bulkhead.host.HostService;
import dev.bulkhead.host.HostStatus;
import dev.bulkhead.instance.InstanceQuery;
import dev.bulkhead.instance.InstanceService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What of the instances the list shows. Holds no filter of its own: it draws the one it is given and says which one is asked for. */
final class FilterBar extends Div {

    /** How long typing may pause before the list follows. */
    private static final int TYPING_MILLIS = 150;

    private final HostService hosts;
    private final BiConsumer<InstanceQuery, Boolean> asked;
    private final TextField typed = new TextField();
    private final FilterChip<InstanceKind> kind;
    private final FilterChip<InstanceState> state;
    private final FilterChip<String> host;
    private final FilterChip<String> engine;
    private final FilterChip<String> project;
    private final Span count = new Span();
    private InstanceQuery query = InstanceQuery.ALL;

    /** @param asked takes the new filter, and whether it is one more letter of the same search rather than a step of its own */
    FilterBar(InstanceService instances, HostService hosts, BiConsumer<InstanceQuery, Boolean> asked) {
        this.hosts = hosts;
        this.asked = asked;
        addClassName("filter-bar");
        typed.setPlaceholder(text("filter.prompt"));
        typed.setAriaLabel(text("filter.prompt"));
        typed.setPrefixComponent(Icon.SEARCH.create());
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.setValueChangeTimeout(TYPING_MILLIS);
        typed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask(Filters.text(query, change.getValue()), true);
            }
        });
        kind = chip("kind", Words::kind, Arrays.asList(InstanceKind.values()), Filters::kinds);
        state = chip("state", Words::state, Arrays.asList(InstanceState.values()), Filters::states);
        host = new FilterChip<>(
                text("filter.host"),
                this::hostName,
                () -> hosts.hosts().stream()
                        .map(HostStatus::id)
                        .map(HostId::value)
                        .toList(),
                chosen -> ask(Filters.hosts(query, chosen), false));
        engine = new FilterChip<>(
                text("filter.engine"),
                Function.identity(),
                () -> hosts.engines().stream()
                        .map(status -> status.id().value())
                        .toList(),
                chosen -> ask(Filters.engines(query, chosen), false));
        project = new FilterChip<>(
                text("filter.project"),
                Function.identity(),
                instances::projects,
                chosen -> ask(Filters.projects(query, chosen), false));
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        add(typed, kind, state, host, engine, project, count);
    }

    private <T> FilterChip<T> chip(
            String key,
            Function<T, String> name,
            List<T> choices,
            BiFunction<InstanceQuery, Set<T>, InstanceQuery> apply) {
        return new FilterChip<>(
                text("filter." + key), name, () -> choices, chosen -> ask(apply.apply(query, chosen), false));
    }

    private String hostName(String id) {
        return hosts.hosts().stream()
                .filter(status -> status.id().value().equals(id))
                .findFirst()
                .map(HostStatus::name)
                .orElse(id);
    }

    private void ask(InstanceQuery wanted, boolean typing) {
        asked.accept(wanted, typing);
    }

    /** Puts something at the right end. */
    void addTool(Component tool) {
        add(tool);
    }

    void show(InstanceQuery shown) {
        query = shown;
        if (!typed.getValue().equals(shown.text())) {
            typed.setValue(shown.text());
        }
        kind.show(shown.kinds());
        state.show(shown.states());
        host.show(shown.hosts());
        engine.show(shown.engines());
        engine.setVisible(!shown.engines().isEmpty());
        project.show(shown.projects());
    }

    void showCount(int number) {
        count.setText(text("instances.count", number));
    }
}
