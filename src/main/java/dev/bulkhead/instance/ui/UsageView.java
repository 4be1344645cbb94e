package dev.bulkhead.instance.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.bulkhead.common.Answer;
import dev.bulkhead.common.InstanceId;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.Later;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.PageHeading;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.metrics.Ranking;
import dev.bulkhead.metrics.Resource;
import dev.bulkhead.metrics.UsageService;
import dev.bulkhead.metrics.ui.HeatMap;
import dev.bulkhead.metrics.ui.HeatMap.Cell;
import dev.bulkhead.metrics.ui.RangeSelect;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What all instances use of a resource, as a heat map. What is shown stands in the address. */
@Route("usage")
@PermitAll
class UsageView extends Main implements AfterNavigationObserver, PageHeading {

    private static final String PATH = "usage";
    /** A longer stretch changes less from minute to minute. */
    private static final int REFRESHES = 60;

    private final HeatCells cells;
    private final Select<Resource> resource = Choices.of(Resource.CPU, Resource.values(), "resource", "busiest.by");
    private final Select<Ranking.By> by =
            Choices.of(Ranking.By.AVERAGE, Ranking.By.values(), "busiest", "busiest.order");
    private final RangeSelect range = new RangeSelect();
    private final HeatMap map = new HeatMap();
    private final Panel panel = new Panel(text("heat"));
    private final Span explained = new Span();
    private final transient Later later = new Later();
    private transient List<Cell> shown = List.of();
    private transient Instant loaded = Instant.EPOCH;
    private boolean asTable;

    UsageView(HeatCells cells, UsageService usage) {
        this.cells = cells;
        addClassName("usage-page");
        List.of(resource, range, by)
                .forEach(choice -> choice.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        AddressBar.push(PATH, address());
                        load();
                    }
                }));
        explained.addClassName("muted");
        Div bar = new Div(resource, range, by, table(), explained);
        bar.addClassName("filter-bar");
        add(bar, panel);
        LiveBinding.bind(this, usage::watchAll, this::advance);
    }

    private Button table() {
        Button table = new Button(text("chart.as-table"));
        table.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        table.addClickListener(click -> {
            asTable = !asTable;
            table.setText(text(asTable ? "heat.as-map" : "chart.as-table"));
            map.tabulate(asTable);
        });
        return table;
    }

    @Override
    public String heading() {
        return text("usage");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        resource.setValue(constant(Resource.values(), address, "resource"));
        by.setValue(constant(Ranking.By.values(), address, "by"));
        range.choose(address.getSingleParameter("range").orElse(""));
        load();
    }

    /** What an address that says something else says is the first. */
    private static <E extends Enum<E>> E constant(E[] all, QueryParameters address, String name) {
        String word = address.getSingleParameter(name).orElse("");
        for (E constant : all) {
            if (Words.key(constant).equals(word)) {
                return constant;
            }
        }
        return all[0];
    }

    private QueryParameters address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("resource", Words.key(resource.getValue()));
        parameters.put("range", range.getValue());
        if (range.span().isPresent()) {
            parameters.put("by", Words.key(by.getValue()));
        }
        return QueryParameters.simple(parameters);
    }

    private void read(Runnable meanwhile, Consumer<Optional<List<Cell>>> show) {
        loaded = Instant.now();
        Ranking.By order = by.getValue();
        range.span()
                .ifPresentOrElse(
                        span -> later.show(
                                cells.ranking(span, resource.getValue()),
                                meanwhile,
                                ranking -> show.accept(ranking.map(all -> cells.of(all, order)))),
                        () -> later.show(
                                Answer.of(cells.now(resource.getValue())),
                                meanwhile,
                                now -> show.accept(Optional.of(now))));
    }

    private void load() {
        by.setVisible(range.span().isPresent());
        explained.setText(text("heat.explained." + Words.key(resource.getValue())));
        read(() -> say("busiest.computing"), this::show);
    }

    private void show(Optional<List<Cell>> read) {
        shown = read.orElse(List.of());
        if (shown.isEmpty()) {
            say(read.isEmpty() ? "busiest.fault" : "busiest.none");
        } else {
            panel.show(map);
            map.load(resource.getValue(), shown);
        }
    }

    private void say(String key) {
        Paragraph words = new Paragraph(text(key));
        words.addClassName("muted");
        panel.show(words);
    }

    private void advance() {
        Duration pause = range.span().map(span -> span.dividedBy(REFRESHES)).orElse(Duration.ZERO);
        if (Instant.now().isBefore(loaded.plus(pause))) {
            return;
        }
        read(() -> {}, read -> {
            List<Cell> now = read.orElse(List.of());
            if (!now.isEmpty() && ids(now).equals(ids(shown))) {
                map.update(now);
            } else {
                show(read);
            }
        });
    }

    private static List<InstanceId> ids(List<Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }
}
