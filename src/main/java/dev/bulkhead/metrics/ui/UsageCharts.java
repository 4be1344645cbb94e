package dev.bulkhead.metrics.ui;

import static dev.bulkhead.common.ui.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.bulkhead.common.ui.AddressBar;
import dev.bulkhead.common.ui.LiveBinding;
import dev.bulkhead.common.ui.Panel;
import dev.bulkhead.engine.InstanceKind;
import dev.bulkhead.engine.Meter;
import dev.bulkhead.metrics.Measured;
import dev.bulkhead.metrics.Points;
import java.io.Serial;
import java.time.Instant;
import java.util.ArrayList;
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
    private final transient Mark.Source events;
    private final String path;
    private final Map<String, String> kept;
    private final Map<ChartKind, Chart> charts = new EnumMap<>(ChartKind.class);
    private final ChartBar bar =
            new ChartBar(this::choose, asTable -> charts.values().forEach(chart -> chart.tabulate(asTable)));
    private final Anchor csv = new Anchor("", text("chart.csv"));
    private final List<Untold> untold = new ArrayList<>();
    private final MarksPanel happened = new MarksPanel();
    private transient List<Mark> marks = List.of();
    private transient ChartRange range;
    private long step;
    private transient Instant loaded = Instant.EPOCH;
    private transient Instant pushed = Instant.EPOCH;
    private boolean shown;

    private UsageCharts(
            ChartSource source,
            Mark.Source events,
            List<ChartKind> kinds,
            String path,
            Map<String, String> kept,
            QueryParameters parameters) {
        this.source = source;
        this.events = events;
        this.path = path;
        this.kept = kept;
        this.range = ChartRange.of(parameters);
        addClassName("usage-charts");
        Div grid = new Div();
        grid.addClassName("charts");
        for (ChartKind kind : kinds) {
            Chart chart = kind.chart();
            chart.onZoom((from, to) -> choose(ChartRange.between(from, to)));
            charts.put(kind, chart);
            Panel panel = new Panel(text(kind.key()), chart);
            InstanceKind instance = source.kind();
            if (instance != null) {
                Untold why = new Untold(kind, instance);
                untold.add(why);
                panel.show(chart, why);
            }
            grid.add(panel);
        }
        csv.getElement().setAttribute("download", true);
        csv.setRouterIgnore(true);
        bar.add(csv);
        happened.show(marks);
        add(bar, grid, happened);
        PartsSource parts = source.parts();
        if (parts != null) {
            add(new PartsFold(parts));
        }
        load();
        LiveBinding.bind(this, source::watch, this::advance);
    }

    /**
     * Of an instance, for the tab of a page.
     *
     * @param events what happened to it
     * @param path of the page that shows them
     * @param parameters of its address
     */
    public static UsageCharts ofInstance(
            ChartSource source, Mark.Source events, String path, QueryParameters parameters) {
        return new UsageCharts(source, events, ChartKind.OF_INSTANCES, path, Map.of("tab", "usage"), parameters);
    }

    /** Of a machine, for a page of their own; as {@link #ofInstance}. */
    static UsageCharts ofMachine(ChartSource source, boolean local, String path, QueryParameters parameters) {
        List<ChartKind> kinds = local ? ChartKind.OF_THIS_MACHINE : ChartKind.OF_OTHER_MACHINES;
        return new UsageCharts(source, (from, to) -> List.of(), kinds, path, Map.of(), parameters);
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
        bar.show(range, shown);
        read.ifPresent(points -> {
            step = points.step();
            charts.forEach((kind, chart) -> chart.load(Stretch.of(kind, points, from, to)));
            untold.forEach(why -> why.show(points));
        });
        mark(from, to);
        loaded = now;
        pushed = Instant.EPOCH;
        csv.setHref(source.api() + "/usage.csv?from=" + from + "&to=" + to);
    }

    private void mark(Instant from, Instant to) {
        List<Mark> now = events.between(from, to);
        if (!now.equals(marks)) {
            marks = now;
            happened.show(now);
            charts.values().forEach(chart -> chart.mark(now));
        }
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
            mark(range.from(pushed), Instant.now());
            charts.forEach((kind, chart) -> chart.push(latest.at(), kind.amounts(latest)));
            untold.forEach(why -> why.show(latest));
        });
    }
}
