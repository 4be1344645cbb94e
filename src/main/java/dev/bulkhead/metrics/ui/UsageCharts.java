package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Measured;
import dev.bulkhead.metrics.Points;
import java.io.Serial;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Charts of one instance or machine over one stretch of time, which stands in the address; live while it reaches up to now. */
public final class UsageCharts extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_POINTS = 500;
    private static final long LIVE_STEP = 10;

    private final transient ChartSource source;
    private final String path;
    private final Map<String, String> kept;
    private final Map<ChartKind, Chart> charts = new EnumMap<>(ChartKind.class);
    private final Select<String> ranges = new Select<>();
    private final Span fault = new Span();
    private final Anchor csv = new Anchor("", text("chart.csv"));
    private transient ChartRange range;
    private long step;
    private transient Instant loaded = Instant.EPOCH;
    private transient Instant pushed = Instant.EPOCH;
    private boolean shown;
    private boolean asTable;

    private UsageCharts(
            ChartSource source,
            List<ChartKind> kinds,
            String path,
            Map<String, String> kept,
            QueryParameters parameters) {
        this.source = source;
        this.path = path;
        this.kept = kept;
        this.range = ChartRange.of(parameters);
        addClassName("usage-charts");
        Div grid = new Div();
        grid.addClassName("charts");
        for (ChartKind kind : kinds) {
            Chart chart = new Chart(kind);
            chart.onZoom((from, to) -> choose(ChartRange.between(from, to)));
            charts.put(kind, chart);
            grid.add(new Panel(text(kind.key()), chart));
        }
        add(bar(), grid);
        load();
        LiveBinding.bind(this, source::watch, this::advance);
    }

    /**
     * Of an instance, for the tab of a page.
     *
     * @param path of the page that shows them
     * @param parameters of its address
     */
    public static UsageCharts ofInstance(ChartSource source, String path, QueryParameters parameters) {
        return new UsageCharts(source, ChartKind.OF_INSTANCES, path, Map.of("tab", "usage"), parameters);
    }

    /** Of a machine, for a page of their own; as {@link #ofInstance}. */
    static UsageCharts ofMachine(ChartSource source, String path, QueryParameters parameters) {
        return new UsageCharts(source, ChartKind.OF_MACHINES, path, Map.of(), parameters);
    }

    private Div bar() {
        ranges.setItems(ChartRange.SPANS.keySet());
        ranges.setItemLabelGenerator(key -> text("chart.range." + key));
        ranges.setEmptySelectionAllowed(false);
        ranges.setPlaceholder(text("chart.range.zoomed"));
        ranges.setAriaLabel(text("chart.range"));
        ranges.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choose(ChartRange.upToNow(Optional.ofNullable(ChartRange.SPANS.get(change.getValue()))
                        .orElseThrow()));
            }
        });
        Button table = new Button(text("chart.as-table"));
        table.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        table.getElement().setAttribute("aria-pressed", "false");
        table.addClickListener(click -> {
            asTable = !asTable;
            table.setText(text(asTable ? "chart.as-lines" : "chart.as-table"));
            table.getElement().setAttribute("aria-pressed", String.valueOf(asTable));
            charts.values().forEach(chart -> chart.tabulate(asTable));
        });
        csv.getElement().setAttribute("download", true);
        csv.setRouterIgnore(true);
        fault.addClassName("muted");
        Div bar = new Div(ranges, table, csv, fault);
        bar.addClassName("filter-bar");
        return bar;
    }

    private void choose(ChartRange chosen) {
        range = chosen;
        Map<String, String> parameters = new LinkedHashMap<>(kept);
        parameters.putAll(chosen.parameters());
        AddressBar.push(path, QueryParameters.simple(parameters));
        load();
    }

    private void load() {
        Instant now = Instant.now();
        Instant to = range.to(now);
        Instant from = range.from(to);
        List<Meter> meters =
                charts.keySet().stream().flatMap(kind -> kind.meters().stream()).toList();
        Optional<Points> read = source.read(meters, from, to, MOST_POINTS);
        shown = read.isPresent();
        fault.setText(shown ? "" : text("chart.fault"));
        read.ifPresent(points -> {
            step = points.step();
            charts.values().forEach(chart -> chart.load(points, from, to));
        });
        loaded = now;
        pushed = Instant.EPOCH;
        ranges.setValue(range.end() == null ? range.parameters().get("range") : null);
        csv.setHref(source.api() + "/usage.csv?from=" + from + "&to=" + to);
    }

    /** A new tick: one point more where ticks are drawn, all anew where a step of coarser ones is over. */
    private void advance() {
        if (range.end() != null && shown) {
            return;
        }
        if (!shown || step > LIVE_STEP) {
            if (!shown || Instant.now().isAfter(loaded.plusSeconds(step))) {
                load();
            }
            return;
        }
        Optional<? extends Measured> now =
                source.latest().filter(latest -> latest.at().isAfter(pushed));
        now.ifPresent(latest -> {
            pushed = latest.at();
            charts.values().forEach(chart -> chart.push(latest));
        });
    }
}
